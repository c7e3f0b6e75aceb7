import { read, utils } from '@e965/xlsx';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnName, type Cell } from '../../../worker/spreadsheet/sheet-xml.ts';
import { workbookPieces } from '../../../worker/spreadsheet/write-workbook.ts';

// oxlint-disable-next-line typescript/require-await -- the rows are there already
async function* inPieces(rows: readonly (readonly Cell[])[]) {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}

async function written(headings: readonly string[], rows: readonly (readonly Cell[])[]) {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookPieces({ name: 'Results', headings, rows: inPieces(rows) })) pieces.push(piece);
  return read(new Uint8Array(await new Blob(pieces.map((piece) => piece.slice())).arrayBuffer()), { cellDates: false });
}

/** A text as it is read back: without what XML cannot hold, and with line ends as spreadsheets write them. */
function asRead(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is left out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
const lineEnds = (text: unknown): unknown => (typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text);

it('holds every text as text, whatever it begins with or looks like', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      '+91 98',
      '@x',
      '-2+3',
      '_x0041_',
      '__x000D_',
      ']]>',
      '<a&b>"\'',
      '00123',
      '1E5',
      ' a ',
      'रवि',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 7 }), async (rows) => {
      const book = await written(['A', 'B', 'C'], rows);
      const sheet = book.Sheets['Results'] ?? {};
      for (const [line, row] of rows.entries()) {
        for (const [column, value] of row.entries()) {
          const cell: { t?: string; v?: unknown; f?: string } = sheet[`${columnName(column)}${line + 2}`] ?? {};
          const expected = asRead(value);
          expect(lineEnds(cell.v ?? '')).toBe(lineEnds(expected));
          expect([cell.t ?? 's', cell.f]).toEqual(['s', undefined]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('holds counts as numbers and times as times of the wall clock', async () => {
  const book = await written(['n', 'at', 'none'], [[7, { wallMs: Date.UTC(2026, 10, 29, 9, 15, 33) }, null]]);
  const sheet = book.Sheets['Results'] ?? {};
  expect(sheet['A2']).toMatchObject({ t: 'n', v: 7 });
  expect(sheet['B2']).toMatchObject({ t: 'n', w: '2026-11-29 09:15:33' });
  expect(sheet['C2']).toBeUndefined();
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:C2' });
  expect(utils.sheet_to_json(sheet, { header: 1, raw: false })).toEqual([
    ['n', 'at', 'none'],
    ['7', '2026-11-29 09:15:33'],
  ]);
});

it('names its columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});
