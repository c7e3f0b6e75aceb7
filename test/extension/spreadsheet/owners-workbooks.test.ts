import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../extension/spreadsheet/read-workbook.ts';
import { sheetCsv } from '../../../extension/spreadsheet/sheet-csv.ts';
import { checkFile } from '../../shared/contacts/check-file.ts';

const FOLDER = new URL('../../fixtures/owners-workbooks/', import.meta.url);

interface Expected {
  readonly called: readonly number[];
  readonly refused?: Readonly<Record<number, string>>;
  readonly hiddenRows?: readonly number[];
}

/** Workbooks as their owners save them, and who is called: E.164 digits. */
const FILES: Readonly<Record<string, Expected>> = {
  'filter-hides-a-row.xlsx': {
    called: [919876543210, 919876543212],
    refused: { 3: 'do_not_call' },
    hiddenRows: [2],
  },
  'single-file-web-page.xls': { called: [919876543210] },
  'web-page-with-mark.xls': { called: [919876543210] },
  'worked-out-as-a-sum.xlsx': { called: [919876543211], refused: { 2: 'excel_computed' } },
};

describe('a workbook as its owner saves it', () => {
  it.each(Object.entries(FILES))('%s calls those its owner means', async (name, expected) => {
    const read = await readWorkbook(new Uint8Array(readFileSync(new URL(name, FOLDER))));
    if (!read.ok) throw new Error(`Not read: ${read.error.code}`);
    const cells = read.value.cells(0);
    if (!cells.ok) throw new Error(`No cells: ${cells.error.code}`);
    const file = checkFile([...sheetCsv(cells.value)].join(''));
    expect({
      called: file.accepted.map(([, number]) => number),
      refused: Object.fromEntries(file.issues.map(({ line, code }) => [line, code])),
      hiddenRows: read.value.sheets[0]?.hiddenRows,
    }).toEqual({ refused: {}, hiddenRows: [], ...expected });
  });

  it('is here for each of them', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(FILES).toSorted());
  });
});
