import { guardFormula } from '../../shared/csv/guard-formula.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';
import { OUTCOMES_IN_ORDER } from '../state/outcome-totals.ts';

/** How another tool wants results back: the file's own columns, and each person's outcome in that tool's words. */
export interface CrmLayout {
  /** The column by which that tool identifies people; null to keep the file's order. Columns count from 0. */
  readonly first: number | null;
  readonly leftOut: readonly number[];
  /** The column that the result is written into; null for an additional one at the end. */
  readonly into: number | null;
  /** The heading of that additional column; empty for ours. */
  readonly heading: string;
  /**
   * The tool's word for each outcome. An empty word keeps the column's content; in a new column our own word is
   * written.
   */
  readonly words: Readonly<Partial<Record<Outcome, string>>>;
}

const ID_HEADING = /(?:^|[^\p{L}])(?:id|uid|uuid|guid)$/iu;

/** Everything as in the file, after the column that looks like an id. */
export function usualLayout(headings: readonly string[]): CrmLayout {
  const id = headings.findIndex((heading) => ID_HEADING.test(heading.trim()));
  return { first: id === -1 ? null : id, leftOut: [], into: null, heading: '', words: {} };
}

/**
 * The columns in the order in which they are written, from 0. The result column and the first one are never left out.
 */
export function columnsOf(headings: readonly string[], { first, leftOut, into }: CrmLayout): number[] {
  const all = headings.map((_, column) => column);
  const kept = all.filter((column) => column === into || column === first || !leftOut.includes(column));
  return first === null ? kept : [first, ...kept.filter((column) => column !== first)];
}

interface Line {
  readonly outcome: Outcome;
  /** By place in the file. */
  readonly cells: readonly string[];
}

interface CrmWords {
  readonly heading: string;
  readonly outcome: (outcome: Outcome) => string;
}

function crmRow({ outcome, cells }: Line, columns: readonly number[], layout: CrmLayout, ours: CrmWords): string[] {
  const word = (layout.words[outcome] ?? '').trim();
  const own = columns.map((column) => {
    const cell = cells[column] ?? '';
    return column === layout.into && word !== '' ? word : cell;
  });
  return layout.into === null ? [...own, word === '' ? ours.outcome(outcome) : word] : own;
}

const ENDING = '\r\n';
const PIECE_CHARS = 256 * 1024;

/** Writes results, which the Worker gives as one JSON line each, in another tool's layout. */
export async function writeCrmFile(
  lines: Blob,
  headings: readonly string[],
  layout: CrmLayout,
  ours: CrmWords,
): Promise<Blob> {
  const columns = columnsOf(headings, layout);
  const names = headings.map((name, at) => (headings.indexOf(name) === at ? name : `${name} (${at + 1})`));
  const pieces: string[] = [];
  let text = '\uFEFF'; // makes Excel read UTF-8
  const write = (cells: readonly string[]): void => {
    text += cells.map(toCell).join(',') + ENDING;
    if (text.length < PIECE_CHARS) return;
    pieces.push(text);
    text = '';
  };
  const added = layout.into === null ? [layout.heading.trim() === '' ? ours.heading : layout.heading.trim()] : [];
  write([...columns.map((column) => headings[column] ?? ''), ...added]);
  await eachLine(lines, (line) => {
    const read = readLine(line, names);
    if (read !== null) write(crmRow(read, columns, layout, ours));
  });
  return new Blob([...pieces, text], { type: 'text/csv' });
}

async function eachLine(lines: Blob, tell: (line: string) => void): Promise<void> {
  const reader = lines.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const whole = (rest + value).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) tell(line);
  }
  tell(rest);
}

function readLine(line: string, names: readonly string[]): Line | null {
  if (line.trim() === '') return null;
  const read: unknown = JSON.parse(line);
  if (typeof read !== 'object' || read === null || !('outcome' in read) || !('columns' in read)) return null;
  const { outcome: said, columns } = read;
  const outcome = OUTCOMES_IN_ORDER.find((one) => one === said);
  if (outcome === undefined || typeof columns !== 'object' || columns === null) return null;
  return {
    outcome,
    cells: names.map((name) => {
      const cell: unknown = Reflect.get(columns, name);
      return typeof cell === 'string' ? cell : '';
    }),
  };
}

function toCell(cell: string): string {
  const safe = guardFormula(cell);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
