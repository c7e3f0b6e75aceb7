import { escapeMarkup } from '../markup/markup-tokens.ts';
import { NOT_COMPUTED } from '../raw-sheet.ts';

/** A cell of Office Open XML as it was found; texts without entities, null where there is no such element. */
export interface FoundCell {
  readonly type: string;
  readonly style: string;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
  /** Formulas that were filled down are written once and named by a number. */
  readonly shared: string | null;
}

export const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/iu;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/u;
const TRUTH = /^(?:0|1|true|false)$/u;

/** What it holds, as Excel writes it behind the place; an empty text where it shows nothing, null where it makes no sense. */
export function plainCell(cell: FoundCell, strings: number): string | null {
  const hasFormula = cell.formula !== null || cell.shared !== null;
  const held = contentOf(cell, strings);
  if (held === null) return null;
  if (held === '' && !hasFormula) return '';
  const isTextOfFormula = cell.type === 'str' || cell.type === 'inlineStr';
  const [type, value] = held === '' ? textOf(isTextOfFormula ? '' : NOT_COMPUTED) : held;
  const shared = cell.shared === null ? '' : ` t="shared" si="${cell.shared}"`;
  const formula = hasFormula ? `<f${shared}>${escapeMarkup(cell.formula ?? '')}</f>` : '';
  const style = cell.style === '' ? '' : ` s="${cell.style}"`;
  return `${style}${type}>${formula}${value}</c>`;
}

type Content = readonly [type: string, value: string];

function contentOf({ type, value, inline }: FoundCell, strings: number): Content | '' | null {
  const text = value ?? inline ?? '';
  const told = text.trim();
  if (type === 'inlineStr') return textUnlessEmpty(inline ?? text);
  if (type === 'str' || told === '') return type === 'str' ? textUnlessEmpty(text) : '';
  if (type === 's') return /^\d{1,9}$/u.test(told) && Number(told) < strings ? [' t="s"', valueOf(told)] : null;
  if (type === 'e') return [' t="e"', valueOf(told)];
  if (type === 'b' && TRUTH.test(told)) return [' t="b"', valueOf(told)];
  if (type === 'd' && MOMENT.test(told)) return [' t="d"', valueOf(told)];
  // Whoever reads "98765 43210" as a number stops at the space.
  if ((type === '' || type === 'n') && NUMBER.test(told)) return ['', valueOf(told)];
  return textOf(text);
}

function textUnlessEmpty(text: string): Content | '' {
  return text === '' ? '' : textOf(text);
}

function textOf(text: string): Content {
  return [' t="inlineStr"', `<is><t xml:space="preserve">${escapeMarkup(text)}</t></is>`];
}

function valueOf(text: string): string {
  return `<v>${escapeMarkup(text)}</v>`;
}
