import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFile, summaryOf } from './check-file.ts';

const FOLDER = new URL('../../fixtures/owners-lists/', import.meta.url);

interface Expected {
  readonly column: string;
  readonly called: readonly number[];
  readonly refused?: Readonly<Record<number, string>>;
}

/** Lists as their owners export them, and who is called: E.164 digits. */
const FILES: Readonly<Record<string, Expected>> = {
  'computed-minus.csv': {
    column: 'Mobile',
    called: [919876543212],
    refused: { 2: 'excel_computed', 3: 'excel_computed' },
  },
  'country-code-column.csv': { column: 'Phone', called: [919876543210, 12025550123, 447400123456] },
  'facebook-lead-ads.csv': {
    column: 'phone_number',
    called: [919876543210, 919876543211],
    refused: { 4: 'not_a_number' },
  },
  'id-beside-empty-phone.csv': {
    column: 'Mobile',
    called: [],
    refused: { 2: 'not_a_number', 3: 'not_a_number', 4: 'not_a_number' },
  },
  'lines-in-quotes.csv': { column: 'Mobile', called: [919876543210, 919876543211] },
  'numbers-by-comma.csv': {
    column: 'Column A',
    called: [919876543210, 919876543211, 919876543212, 919876543213],
  },
  'owner-mobile.csv': { column: 'Owner Mobile', called: [919876543210, 919876543211] },
  'receiver-first.csv': { column: 'SENDER_MOBILE', called: [919876543210, 919876543211, 919876543212] },
  'student-no.csv': { column: 'Father Mobile', called: [919876543210, 919876543211, 919876543212] },
  'thousands.csv': {
    column: 'Mobile',
    called: [919876543210, 919876543211],
    refused: { 4: 'several_numbers' },
  },
  'three-colons.csv': { column: 'Phone 1 - Value', called: [919876543212], refused: { 2: 'several_numbers' } },
  'two-tables.csv': {
    column: 'Mobile',
    called: [919876543210],
    refused: { 3: 'blank', 4: 'not_a_number', 5: 'not_a_number' },
  },
  'with-country-code.csv': {
    column: 'WhatsApp Number (with country code)',
    called: [919876543210, 919876543211],
  },
};

describe('a list as its owner exports it', () => {
  it.each(Object.entries(FILES))('%s calls those its owner means', (name, { column, called, refused = {} }) => {
    const file = checkFile(new Uint8Array(readFileSync(new URL(name, FOLDER))));
    const { shape, rows } = summaryOf(file);
    expect({
      column: shape.headings[shape.numberColumn],
      doubt: shape.verdict.doubt,
      called: file.accepted.map(([, number]) => number),
      refused: Object.fromEntries(file.issues.map(({ line, code }) => [line, code])),
    }).toEqual({ column, doubt: null, called, refused });
    expect(rows.total).toBe(called.length + Object.keys(refused).length);
  });

  it('is here for each of them', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(FILES).toSorted());
  });
});
