import { toCsv } from '../import/reports/results-csv.ts';
import { SUPPRESSION_HEADINGS } from '../../shared/people/suppression-headings.ts';
import type { Suppression } from '../../shared/people/suppression.ts';

const LINES_A_PIECE = 2_000;

/** The whole list, for a spreadsheet. For an erased person only the last digits are left. */
export async function* suppressionsCsv(items: Iterable<Suppression>): AsyncIterable<string> {
  yield `\uFEFF${toCsv([[...SUPPRESSION_HEADINGS]])}`;
  let lines: (string | number | null)[][] = [];
  for (const item of items) {
    const number = item.number ?? `\u2026${item.lastDigits}`;
    const { channel, group, source, at, by, note, expires, upload, row, call } = item;
    lines.push([
      number,
      channel ?? 'both',
      group ?? 'all',
      source,
      at,
      by,
      note,
      expires,
      upload?.name ?? null,
      item.import,
      row,
      call,
    ]);
    if (lines.length < LINES_A_PIECE) continue;
    yield toCsv(lines);
    lines = [];
    // Lets other requests, such as whether a number may be called, run in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (lines.length > 0) yield toCsv(lines);
}
