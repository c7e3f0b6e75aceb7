import { DELIMITERS } from '../csv/detect-delimiter.ts';
import { decodeText } from '../csv/decode-text.ts';
import type { RecordLimits } from '../csv/record-limits.ts';
import { RecordReader } from '../csv/record-reader.ts';

const ENOUGH = 0.8;
const LINES_READ = 50;
/** A quoted cell followed only by empty ones. */
const WHOLE = /^"(?<inner>(?:[^"]|"")+)"[,;\t|^~]*$/u;
const CELLS = /"(?:[^"]|"")*"|[^"]+/gu;

/**
 * Whether lines are in quotes as a whole, so that every row is one cell with delimiters inside, as when a CSV is saved
 * as CSV twice. Some lines, such as the headings, may be without quotes, and all must have the same number of cells.
 * Lines of nothing but numbers are cells with several numbers.
 */
export function hasLinesInQuotes(head: Uint8Array, complete: boolean, limits: RecordLimits): boolean {
  const lines: string[] = [];
  // In such a file no line has a newline within its quotes, and NUL never separates cells.
  const reader = new RecordReader(0, 0, limits, ({ bytes, starts, ends, count }) => {
    for (let index = 0; index < count && lines.length < LINES_READ; index++) {
      const text = decodeText(bytes, starts[index] ?? 0, ends[index] ?? 0).trim();
      if (text !== '') lines.push(text);
    }
    return lines.length < LINES_READ;
  });
  reader.push(head);
  if (complete) reader.finish();
  const inner = lines.map((line) => WHOLE.exec(line)?.groups?.['inner']?.replaceAll('""', '"'));
  const quoted = inner.filter((line) => line !== undefined).length;
  if (lines.length < 2 || quoted === 0 || lines.some((line, at) => line.startsWith('"') && inner[at] === undefined))
    return false;
  const plain = inner.map((line, at) => line ?? lines[at] ?? '');
  if (!/\p{L}/u.test(plain[0] ?? '') || quoted < (lines.length - 1) * ENOUGH) return false;
  return DELIMITERS.some((delimiter) => areAlike(plain.map((line) => countCells(line, delimiter))));
}

function areAlike(counts: readonly number[]): boolean {
  const [first = 1] = counts;
  return first > 1 && counts.filter((count) => count === first).length >= counts.length * ENOUGH;
}

function countCells(line: string, delimiter: string): number {
  let cells = 1;
  for (const [part] of line.matchAll(CELLS)) if (!part.startsWith('"')) cells += part.split(delimiter).length - 1;
  return cells;
}
