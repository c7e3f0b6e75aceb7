import * as fc from 'fast-check';
import { noRows } from '../../../shared/contacts/bins.ts';
import { describe, expect, it } from 'vitest';
import { listRow } from '../../../shared/contacts/list-row.ts';
import { isShortened, spokenValue } from '../../../shared/template/spoken-value.ts';
import { checkFile, summaryOf } from './check-file.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const FILE = [
  'Name,Mobile,Order ID',
  'Asha,9876543210,A-1',
  ' \t,9876543211,A-2',
  'Chetan,9876543212',
  'Deepak,12345,not counted',
  '"Rao, ""Esha""",9876543213,""',
  'Asha,9876543210,a duplicate with a very long value',
].join('\n');

const TEXT = 'Hi @@Name, your order @@Order ID';
const PLAIN = { fallback: '', spoken: null };

/** Pieces of cells: plain letters, all kinds of spaces, and characters that a list must quote or cut. */
const PIECES = `a|Z9| |  |\t|\n|"|,|;|@|@@|é|आ|\u00a0|\u2003|\ufeff|\u3000|\u1680|\u0085|\u007f|🪔|\u200d|日`
  .split('|')
  .concat('', 'x'.repeat(199), 'é'.repeat(150));

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe('a check with a text of its own for everyone', () => {
  it('counts the rows to be called that have no value, by variable', () => {
    const { rows, variables } = summaryOf(checkFile(FILE, { text: TEXT }));
    expect(rows).toEqual({ ...noRows(), total: 6, accepted: 4, duplicate: 1, invalid: 1 });
    expect(variables).toEqual([
      { name: 'Name', column: 0, header: 'Name', missing: 1, shortened: 0, ...PLAIN },
      { name: 'Order ID', column: 2, header: 'Order_ID', missing: 2, shortened: 0, ...PLAIN },
    ]);
  });

  it('knows the longest row of a list, of those to be called', () => {
    expect(summaryOf(checkFile(FILE, { text: TEXT })).longestRowBytes).toBe(
      bytesOf('+919876543213,"Rao, ""Esha""",\r\n'),
    );
    expect(summaryOf(checkFile(FILE, { text: TEXT, callDuplicates: true })).longestRowBytes).toBe(
      bytesOf('+919876543210,Asha,a duplicate with a very long value\r\n'),
    );
  });

  it('counts the values that are too long to be said whole, of rows to be called', () => {
    const fits = `" ${'a'.repeat(100)}  ${'é'.repeat(99)} "`;
    const cells = [fits, 'b'.repeat(201), `"${' '.repeat(300)}"`, 'आ'.repeat(201), 'c'.repeat(900)];
    const rows = cells.map((cell, at) => `${9_876_543_210 + at},${cell}`);
    const { variables } = summaryOf(
      checkFile(['Mobile,Name', ...rows, `9876543210,${'d'.repeat(300)}`].join('\n'), { text: 'Hi @@Name' }),
    );
    expect(variables).toMatchObject([{ name: 'Name', missing: 1, shortened: 3 }]);
  });

  it('takes a variable from the column chosen for it', () => {
    const columns = { variables: { Bill: 'Order ID' } };
    const { variables } = summaryOf(checkFile(FILE, { text: 'Bill @@Bill', columns }));
    expect(variables).toEqual([{ name: 'Bill', column: 2, header: 'Bill', missing: 2, shortened: 0, ...PLAIN }]);
  });

  it('leaves out rows without a value, the earlier one of two equal numbers too', () => {
    const lines = ['Name,Mobile', ',9876543210', 'Asha,9876543210', ' \t,12345', ',', 'Bina,9876543211'];
    const { accepted, issues, result } = checkFile(lines.join('\n'), { columns: { required: ['Name'] } });
    expect(accepted).toEqual([
      [3, 919_876_543_210],
      [6, 919_876_543_211],
    ]);
    expect(issues).toEqual([
      { line: 2, value: '9876543210', code: 'value_missing', lacks: true },
      { line: 4, value: '12345', code: 'value_missing', lacks: true },
      { line: 5, value: '', code: 'blank', lacks: true },
    ]);
    expect(result).toMatchObject({
      value: { rows: { total: 5, accepted: 2, invalid: 2, blank: 1 }, shape: { requiredColumns: [0] } },
    });
  });

  it('counts what is said in place of a value, and finds nobody for a column that is not there', () => {
    const columns = { fallbacks: { name: 'our very long customer name indeed', 'order id': 'soon' } };
    const { variables, longestRowBytes } = summaryOf(checkFile(FILE, { text: TEXT, columns }));
    expect(variables).toMatchObject([
      { name: 'Name', missing: 1, fallback: 'our very long customer name indeed' },
      { name: 'Order ID', missing: 2, fallback: 'soon' },
    ]);
    expect(longestRowBytes).toBe(bytesOf('+919876543211,our very long customer name indeed,A-2\r\n'));
    expect(checkFile(FILE, { columns: { required: ['Age'] } }).result).toMatchObject({
      error: { code: 'column_not_found', wanted: 'Age' },
    });
  });

  it('needs no header where columns are named by their place', () => {
    const { variables } = summaryOf(checkFile('Asha,9876543210\n,9876543211', { text: 'Hi @@Column A' }));
    expect(variables).toEqual([
      { name: 'Column A', column: 0, header: 'Column_A', missing: 1, shortened: 0, ...PLAIN },
    ]);
  });

  it('looks at no variables where the text has none', () => {
    for (const text of ['Happy Diwali', null]) {
      expect(summaryOf(checkFile(FILE, { text }))).toMatchObject({ variables: [], longestRowBytes: 0 });
    }
  });

  it('hands on the same rows and issues as a check without', () => {
    const [plain, personal] = [checkFile(FILE), checkFile(FILE, { text: TEXT })];
    expect([personal.accepted, personal.issues, personal.rows]).toEqual([plain.accepted, plain.issues, plain.rows]);
  });

  it.each(['utf-8', 'utf-16le'] as const)('agrees with the lists that are made of the rows, in %s', (encoding) => {
    const piece = fc.constantFrom(...PIECES);
    const cell = fc.array(piece, { maxLength: 4 }).map((all) => all.join(''));
    const written = fc
      .tuple(cell, fc.boolean())
      .map(([text, quoted]) => (quoted || /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
    fc.assert(
      fc.property(fc.array(fc.tuple(written, written), { minLength: 1, maxLength: 4 }), (rows) => {
        const lines = rows.map(([left, right], at) => `${left},${9_876_543_210 + at},${right}`);
        const text = ['Name,Mobile,Order ID', ...lines].join('\n');
        const bytes =
          encoding === 'utf-8'
            ? new TextEncoder().encode(text)
            : Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
        const file = checkFile(bytes, { text: TEXT, columns: { number: 2 } });
        const { variables, longestRowBytes } = summaryOf(file);
        const cells = file.accepted.map(([line, number]) => ({ number, row: file.rows.get(line) ?? [] }));
        expect(cells).toHaveLength(rows.length);
        expect(longestRowBytes).toBe(
          Math.max(...cells.map(({ number, row }) => bytesOf(listRow(number, variables, row)))),
        );
        expect(variables.map(({ shortened }) => shortened)).toEqual(
          variables.map(({ column }) => cells.filter(({ row }) => isShortened(row[column] ?? '')).length),
        );
        expect(variables.map(({ missing }) => missing)).toEqual(
          variables.map(({ column }) => cells.filter(({ row }) => spokenValue(row[column]) === '').length),
        );
      }),
      { numRuns: drawnOf(80, 600) },
    );
  });

  it('agrees with them for bytes that are no UTF-8 as well', () => {
    const file = Buffer.from('Name,Mobile\nJos\xe9,9876543210\n\xa0,9876543211\n\x80\x99,9876543212', 'latin1');
    const { variables, longestRowBytes } = summaryOf(checkFile(Uint8Array.from(file), { text: 'Hi @@Name' }));
    expect([variables[0]?.missing, longestRowBytes]).toEqual([1, bytesOf('+919876543210,€™\r\n')]);
  });
});
