import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { listHeading, listRow } from '../../../shared/contacts/list-row.ts';
import { spokenValue } from '../../../shared/template/spoken-value.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const NOBODY = 919_876_543_210;
const plain = { fallback: '', spoken: null };
const name = { name: 'Name', column: 0, header: 'Name', ...plain };
const order = { name: 'Order ID', column: 2, header: 'Order_ID', ...plain };

describe('a list file', () => {
  it('has the number first, then only the columns that are used', () => {
    expect(listHeading([])).toBe('number\r\n');
    expect(listHeading([order, name])).toBe('number,Order_ID,Name\r\n');
    expect(listRow(NOBODY, [], ['Asha'])).toBe('+919876543210\r\n');
    expect(listRow(NOBODY, [order, name], ['Asha', 'secret', 'A-1'])).toBe('+919876543210,A-1,Asha\r\n');
  });

  it('quotes what a comma or a quote would break, and nothing else', () => {
    expect(listRow(NOBODY, [name], ['Rao, "Asha"'])).toBe('+919876543210,"Rao, ""Asha"""\r\n');
    expect(listRow(NOBODY, [name], [' two\nlines '])).toBe('+919876543210,two lines\r\n');
  });

  it('keeps its columns where a row has no value', () => {
    expect(listRow(NOBODY, [order, name], [])).toBe('+919876543210,,\r\n');
  });

  it('holds what is said instead where a row has no value', () => {
    const variables = [{ ...name, fallback: 'customer' }, order];
    expect(listRow(NOBODY, variables, [' ', '', 'A-1'])).toBe('+919876543210,customer,A-1\r\n');
    expect(listRow(NOBODY, variables, ['Asha', '', 'A-1'])).toBe('+919876543210,Asha,A-1\r\n');
  });

  it('reads back, by another reader, as the values that were shown', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('"', ',', '""', '=1+1', 'a\r\nb', '#'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = listHeading([order, name]) + rows.map((cells) => listRow(NOBODY, [order, name], cells)).join('');
        expect(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data).toEqual([
          ['number', 'Order_ID', 'Name'],
          ...rows.map((cells) => ['+919876543210', spokenValue(cells[2]), spokenValue(cells[0])]),
          [''],
        ]);
      }),
      { numRuns: drawnOf(40, 300) },
    );
  });
});
