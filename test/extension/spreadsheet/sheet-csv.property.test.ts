import type { CellObject } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';
import type { RowCells } from '../../../shared/contacts/cells/check-sink.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Asha',
    'a;b;c;d',
    'a|b|c',
    'a,b,c,d',
    'said "hi"',
    'two\nlines',
    ' kept ',
    '"',
    "'",
    'आशा',
    '=1+1',
  ),
  fc.string({ maxLength: 12 }).filter((text) => /^[\u0020-\u{d7ff}]*$/u.test(text)),
);
const number = fc.integer({ min: 9_000_000_000, max: 9_899_999_999 });
const sheet = fc.integer({ min: 0, max: 4 }).chain((width) =>
  fc.array(fc.tuple(number, fc.array(cell, { minLength: width, maxLength: width }), fc.boolean()), {
    minLength: 1,
    maxLength: 12,
  }),
);

const toCell = (value: string | number): CellObject =>
  typeof value === 'number' ? { t: 'n', v: value, w: String(value) } : { t: 's', v: value };

/** Every row that the check reads, by its line. */
function readRows(csv: string): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  const hear = (line: number, row: RowCells): void => void rows.set(line, row.cells());
  const check = createContactCheck(
    { country: 'IN', columns: { header: true } },
    { accepted: (_, line, row) => hear(line, row), issue: ({ line }, row) => hear(line, row) },
  );
  check.push(new TextEncoder().encode(csv));
  const finished = check.finish();
  if (!finished.ok) throw new Error(`Not read: ${finished.error.code}`);
  return rows;
}

describe('a sheet as CSV', () => {
  it('is read by the check as it stands in the spreadsheet, row by row and cell by cell', () => {
    fc.assert(
      fc.property(sheet, fc.nat(2), (rows, blankAbove) => {
        const width = rows[0]?.[1].length ?? 0;
        const heading = ['Mobile', ...Array.from({ length: width }, (_, at) => `Column ${at}`)];
        const blank = Array.from({ length: blankAbove }, (): string[] => []);
        const table = rows.map(([mobile, cells, isBlank]) => (isBlank ? [] : [mobile, ...cells]));
        const all = [...blank, heading, ...table, [9_876_543_210]];
        const read = readRows([...sheetCsv(all.map((row) => row.map(toCell)))].join(''));
        for (const [at, row] of table.entries()) {
          const texts = row.length === 0 ? [''] : row.map(String);
          const found = read.get(blankAbove + 2 + at) ?? [];
          expect(found.slice(0, texts.length)).toEqual(texts);
          expect(found.slice(texts.length).join('')).toBe('');
        }
      }),
      { numRuns: drawnOf(150, 1_500) },
    );
  });
});
