import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from './csv-rows.ts';

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  readCsvRows(Buffer.from(text), (cells) => rows.push(cells));
  return rows;
}

describe('readCsvRows', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,\n,b\n\n\r\nx', [['a', ''], ['', 'b'], ['x']]],
    ['"a ""b"", c",d\r\n', [['a "b", c', 'd']]],
    ['"two\nlines",x\n', [['two\nlines', 'x']]],
    ['a,', [['a', '']]],
    ['"never closed,x\n1', [['never closed,x\n1']]],
    ['नाम,é\n', [['नाम', 'é']]],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('reads whatever papaparse writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '+9') });
    // At least two cells, because a single empty cell is a blank line, which is skipped.
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        expect(rowsOf(Papa.unparse(rows, { newline }))).toEqual(rows);
      }),
    );
  });
});
