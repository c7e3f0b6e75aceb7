import { MAX_VARIABLE_CHARS, MAX_VARIABLE_NAME_CHARS, MAX_VARIABLES } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** A piece of a text: said as it is, or the value of a column of the contact's own row. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string };

/** A variable and the column it stands for, counted from 0. `header` is what that column is called in a list of ours. */
export type BoundVariable = { readonly name: string; readonly column: number; readonly header: string };

export type BoundText = { readonly parts: readonly TextPart[]; readonly variables: readonly BoundVariable[] };

export type VariableFault =
  | { readonly code: 'variable_not_found'; readonly variable: string; readonly headings: readonly string[] }
  | { readonly code: 'too_many_variables'; readonly count: number; readonly limit: number };

/** A variable's column as a user names it: a heading, in any case, or a position from 1. */
export type VariableChoices = Readonly<Record<string, string | number>>;

const MARK = '@@';
const ASCII_NAME = /[A-Za-z0-9_]+/y;
const OTHER_NAME = /[^\p{ASCII}\s\p{P}]+/uy;
const ASCII_WORD = /[A-Za-z0-9_]/;
const SPACES = /[\s\p{Cc}]+/gu;

/**
 * Cuts a text at its variables. Exotel's variables are `@@` and a heading, and its own sample has headings with spaces
 * ("@@Last name , your order"), so where a name ends depends on the headings: the longest that fits is meant. What fits
 * none is read up to the first character that is no letter, digit or underscore.
 */
export function splitText(text: string, headings: readonly string[] = []): TextPart[] {
  const names = headings.filter((name) => name !== '').toSorted((left, right) => right.length - left.length);
  const parts: TextPart[] = [];
  let said = '';
  let at = 0;
  while (at < text.length) {
    const mark = text.indexOf(MARK, at);
    if (mark === -1) break;
    const name = nameAt(text, mark + MARK.length, names);
    said += text.slice(at, mark);
    if (name === '') {
      said += MARK;
      at = mark + MARK.length;
      continue;
    }
    if (said !== '') parts.push({ kind: 'text', text: said });
    said = '';
    parts.push({ kind: 'variable', name });
    at = mark + MARK.length + name.length;
  }
  said += text.slice(at);
  if (said !== '') parts.push({ kind: 'text', text: said });
  return parts;
}

function nameAt(text: string, from: number, names: readonly string[]): string {
  const known = names.find((name) => {
    const there = text.slice(from, from + name.length);
    return fold(there) === fold(name) && !goesOn(name, text.charAt(from + name.length));
  });
  if (known !== undefined) return text.slice(from, from + known.length);
  for (const pattern of [ASCII_NAME, OTHER_NAME]) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return '';
}

/** `@@Names` is not `@@Name` and an s; `@@Nameजी` is, since nobody heads a column in two scripts. */
function goesOn(name: string, next: string): boolean {
  const last = name.at(-1) ?? '';
  if (ASCII_WORD.test(last)) return ASCII_WORD.test(next);
  return /[\p{L}\p{M}\p{N}]/u.test(last) && /[^\p{ASCII}\s\p{P}]/u.test(next);
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

/** The variables of a text, each once, in the order of their first use. */
export function variableNames(text: string, headings: readonly string[] = []): string[] {
  const seen = new Map<string, string>();
  for (const part of splitText(text, headings)) {
    if (part.kind === 'variable' && !seen.has(fold(part.name))) seen.set(fold(part.name), part.name);
  }
  return [...seen.values()];
}

/** Whether every `@@` of a text is followed by a name of bearable length. */
export function hasNamedVariables(text: string): boolean {
  return splitText(text).every((part) =>
    part.kind === 'text' ? !part.text.includes(MARK) : part.name.length <= MAX_VARIABLE_NAME_CHARS,
  );
}

/** Finds the column of every variable: the one chosen for it, or the one headed like it. */
export function bindText(
  text: string,
  headings: readonly string[],
  choices: VariableChoices = {},
): Result<BoundText, VariableFault> {
  const chosen = new Map(Object.entries(choices).map(([name, choice]) => [fold(name), choice]));
  const parts = splitText(text, [...Object.keys(choices), ...headings]);
  const names = variableNames(text, [...Object.keys(choices), ...headings]);
  if (names.length > MAX_VARIABLES) {
    return err({ code: 'too_many_variables', count: names.length, limit: MAX_VARIABLES });
  }
  const variables: BoundVariable[] = [];
  for (const name of names) {
    const column = columnOf(chosen.get(fold(name)) ?? name, headings);
    if (column === -1) return err({ code: 'variable_not_found', variable: name, headings });
    variables.push({ name, column, header: headerFor(name, variables) });
  }
  return ok({ parts, variables });
}

function columnOf(choice: string | number, headings: readonly string[]): number {
  if (typeof choice === 'number') return choice >= 1 && choice <= headings.length ? choice - 1 : -1;
  const exact = headings.indexOf(choice);
  return exact === -1 ? headings.findIndex((heading) => fold(heading) === fold(choice)) : exact;
}

/** Exotel's own sample has spaces in headings and one of its guides forbids them: ours have none, and keep their case. */
function headerFor(name: string, before: readonly BoundVariable[]): string {
  const plain = name
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_VARIABLE_NAME_CHARS);
  const taken = new Set(['number', ...before.map(({ header }) => header.toLowerCase())]);
  const wanted = plain === '' ? `value${before.length + 1}` : plain;
  let header = wanted;
  for (let count = 2; taken.has(header.toLowerCase()); count += 1) header = `${wanted}_${count}`;
  return header;
}

/** The text as Exotel takes it beside a list whose columns are headed as bound. */
export function exotelText({ parts, variables }: BoundText): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : `${MARK}${boundTo(part.name, variables)?.header ?? part.name}`))
    .join('');
}

function boundTo(name: string, variables: readonly BoundVariable[]): BoundVariable | undefined {
  return variables.find((variable) => fold(variable.name) === fold(name));
}

/** A cell as it travels and is said: one line, no outer blanks, at most `MAX_VARIABLE_CHARS`. Empty is missing. */
export function spokenValue(cell: string | undefined): string {
  return (cell ?? '')
    .slice(0, MAX_VARIABLE_CHARS * 4)
    .replaceAll(SPACES, ' ')
    .trim()
    .slice(0, MAX_VARIABLE_CHARS)
    .toWellFormed();
}

/** What one contact hears or reads, piece by piece; a variable without a value has the value ''. */
export type SpokenPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string };

export function fillText({ parts, variables }: BoundText, cells: readonly string[]): SpokenPart[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part;
    const column = boundTo(part.name, variables)?.column;
    return { ...part, value: column === undefined ? '' : spokenValue(cells[column]) };
  });
}
