import * as fc from 'fast-check';
import { noRows } from '../../../shared/contacts/bins.ts';
import { describe, expect, it } from 'vitest';
import { makeContactFile } from '../../fixtures/make-contact-file.ts';
import { checkFile, summaryOf } from './check-file.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const MIXED = [
  'Name,Mobile No.,City',
  'Asha,98765 43210,Pune',
  '"Verma, Bina",+91 98765-43211,"Kochi\nold town"',
  'Chetan,09876543210,Indore',
  '',
  'Deepak,,Jaipur',
  ',,',
  'Esha,not given,Surat',
  'Farhan,9.19877E+11,Delhi',
  'Gauri,9876543212',
].join('\n');

describe('createContactCheck', () => {
  it('puts every row into exactly one bin, with the line the spreadsheet shows', () => {
    const file = checkFile(MIXED);
    expect(file.accepted).toEqual([
      [2, 919_876_543_210],
      [3, 919_876_543_211],
      [10, 919_876_543_212],
    ]);
    expect(file.issues).toEqual([
      { line: 4, value: '09876543210', code: 'duplicate', firstLine: 2 },
      { line: 5, value: '', code: 'blank' },
      { line: 6, value: '', code: 'blank' },
      { line: 7, value: '', code: 'blank' },
      { line: 8, value: 'not given', code: 'not_a_number' },
      { line: 9, value: '9.19877E+11', code: 'excel_exponent' },
    ]);
  });

  it('sums up what it told, and what the file is', () => {
    expect(summaryOf(checkFile(MIXED))).toEqual({
      rows: { ...noRows(), total: 9, accepted: 3, duplicate: 1, invalid: 2, blank: 3 },
      issues: { duplicate: 1, blank: 3, not_a_number: 1, excel_exponent: 1 },
      shape: {
        encoding: 'utf-8',
        linesInQuotes: false,
        letterDoubt: null,
        delimiter: ',',
        header: true,
        headings: ['Name', 'Mobile No.', 'City'],
        numberColumn: 1,
        verdict: {
          why: 'heading',
          doubt: null,
          other: null,
          candidates: [
            {
              column: 1,
              heading: 'Mobile No.',
              samples: ['98765 43210', '+91 98765-43211', '09876543210', '9.19877E+11', '9876543212'],
            },
          ],
        },
        callingCodeColumn: null,
        moreColumns: [],
        numbers: 'first',
        requiredColumns: [],
        leavesOutNotes: true,
        linesAbove: 1,
        samples: [
          ['Asha', '98765 43210', 'Pune'],
          ['Verma, Bina', '+91 98765-43211', 'Kochi\nold town'],
          ['Chetan', '09876543210', 'Indore'],
          ['Deepak', '', 'Jaipur'].slice(0, 3),
          ['Esha', 'not given', 'Surat'],
        ],
      },
      parts: null,
      otherTables: [],
      bytes: new TextEncoder().encode(MIXED).length,
      variables: [],
      longestRowBytes: 0,
      leftOutByColumn: [],
      notToCall: [],
      calledBefore: [],
    });
  });

  it("hands over each row's own cells", () => {
    const { rows } = checkFile(MIXED);
    expect([rows.get(3), rows.get(5), rows.get(10)]).toEqual([
      ['Verma, Bina', '+91 98765-43211', 'Kochi\nold town'],
      [''],
      ['Gauri', '9876543212'],
    ]);
  });

  it('accepts duplicates where they are to be called', () => {
    const file = checkFile('Mobile\n9876543210\n9876543210\n', { callDuplicates: true });
    expect(summaryOf(file).rows).toEqual({ ...noRows(), total: 2, accepted: 2 });
    expect(file.accepted.map(([line]) => line)).toEqual([2, 3]);
  });

  it('names the first of several equal rows each time', () => {
    const { issues } = checkFile('Mobile\n9876543210\n+919876543210\n98765-43210\n');
    expect(issues.map(({ line, firstLine }) => [line, firstLine])).toEqual([
      [3, 2],
      [4, 2],
    ]);
  });

  it('cuts a long value to what is shown', () => {
    const { issues } = checkFile(`Mobile\n9876543210\n${'x'.repeat(119)}😀\n`);
    expect(issues[0]?.value).toBe(`${'x'.repeat(119)}\ufffd`);
  });

  it('judges numbers by the country it is told', () => {
    const { accepted } = checkFile('Phone\n2133734253\n+919876543210\n', { country: 'US' });
    expect(accepted.map(([, number]) => number)).toEqual([12_133_734_253, 919_876_543_210]);
  });

  it('finds in a generated file exactly what was put into it', () => {
    const file = makeContactFile({ accepted: 4000, duplicate: 70, invalid: 45, blank: 5, seed: 3 });
    const whole = checkFile(file.bytes());
    expect(summaryOf(whole).rows).toEqual({ ...noRows(), ...file.rows });
    expect(checkFile(file.bytes(), {}, 4099)).toEqual(whole);
  });

  it('tells everything alike however the bytes are cut', () => {
    const row = fc.constantFrom(
      'Asha,9876543210',
      '"a ""b""\r\nc",98765 43211',
      ',',
      '',
      'x,"91987654321"',
      'é,+919876543213;',
      '"Z","9876543214"',
      'k,98765O3210,,,',
      'आशा,९८७६५४३२१५',
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('utf8' as const, 'utf16le' as const),
        (rows, newline, pieceBytes, sniffBytes, encoding) => {
          const bytes = new Uint8Array(Buffer.from(['Name,Mobile', ...rows].join(newline), encoding));
          const settings = { limits: { sniffBytes } };
          expect(checkFile(bytes, settings, pieceBytes)).toEqual(checkFile(bytes, settings));
        },
      ),
      { numRuns: drawnOf(200, 2_000) },
    );
  });

  it('keeps its sums and never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'Mobile',
            ',',
            ';',
            '\t',
            '"',
            '\n',
            '\r',
            '9876543210',
            '98',
            '+',
            '\u0000',
            'é',
            '=',
            ' ',
            'sep=;',
          ),
          { maxLength: 60 },
        )
        .map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 60 }), (content, sniffBytes) => {
        const { result, accepted, issues } = checkFile(content, { limits: { sniffBytes, columns: 9, cellBytes: 40 } });
        if (!result.ok) return;
        const { total, accepted: taken, duplicate, invalid, blank } = result.value.rows;
        expect(taken + duplicate + invalid + blank).toBe(total);
        expect([accepted.length, issues.length]).toEqual([taken, duplicate + invalid + blank]);
        const lines = [...accepted.map(([line]) => line), ...issues.map(({ line }) => line)];
        // If every number of a line counts, one line gives several rows.
        if (result.value.shape.numbers !== 'all') expect(new Set(lines).size).toBe(total);
      }),
      { numRuns: drawnOf(800, 6_000) },
    );
  });
});
