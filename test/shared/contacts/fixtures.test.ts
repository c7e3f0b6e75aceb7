import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { checkFile, summaryOf } from './check-file.ts';

const FOLDER = new URL('../../fixtures/contacts/', import.meta.url);

/**
 * The verdict of each line: the national number (India's without 91), or the code; for a duplicate also its first line.
 */
type Verdicts = Record<number, string>;

interface Expected {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly column: number;
  readonly header?: boolean;
  readonly verdicts: Verdicts;
}

const READ: Record<string, Expected> = {
  'semicolons-decimal-commas.csv': {
    delimiter: ';',
    column: 2,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' },
  },
  'hindi-utf8.csv': { column: 1, verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' } },
  'hindi-utf8-bom.csv': { column: 1, verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' } },
  'excel-unicode-text-utf16le.txt': {
    encoding: 'utf-16le',
    delimiter: '\t',
    column: 1,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' },
  },
  'utf16be-without-bom.csv': {
    encoding: 'utf-16be',
    column: 1,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' },
  },
  'windows-1252-names.csv': {
    encoding: 'windows-1252',
    column: 1,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: '+4930901820' },
  },
  'excel-damage.csv': {
    column: 1,
    verdicts: {
      2: 'excel_exponent',
      3: 'excel_exponent',
      4: 'excel_truncated',
      5: '9876543210',
      6: '9876543211',
      7: '9876543212',
      8: 'excel_exponent',
    },
  },
  'lost-zeros-and-prefixes.csv': {
    column: 1,
    verdicts: {
      2: '9876543210',
      3: '9876543211',
      4: '9876543212',
      5: '9876543213',
      6: '9876543214',
      7: '2223456789',
      8: '2223456780',
    },
  },
  'quoted-newlines.csv': { column: 2, verdicts: { 2: '9876543210', 3: 'too_short', 4: '9876543211' } },
  'ten-thousand-empty-columns.csv': { column: 1, verdicts: { 2: '9876543210', 3: '9876543211' } },
  'mixed-newlines-ragged.csv': {
    column: 1,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: 'blank', 5: 'blank', 6: 'blank', 7: 'blank', 8: '9876543213' },
  },
  'trailing-blanks.csv': {
    column: 0,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: 'blank', 5: 'blank', 6: 'blank', 7: 'blank', 8: 'blank' },
  },
  'several-in-one-cell.csv': {
    column: 0,
    verdicts: { 2: 'several_numbers', 3: 'several_numbers', 4: '9876543212', 5: 'several_numbers' },
  },
  'headings-that-mislead.csv': { column: 3, verdicts: { 2: '9876543210', 3: '9876543211' } },
  'stray-quotes.csv': { column: 1, verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212' } },
  'sep-line.csv': { delimiter: ';', column: 1, verdicts: { 3: '9876543210' } },
  'pasted-from-whatsapp.csv': {
    column: 1,
    verdicts: { 2: '9876543210', 3: '9876543211', 4: '9876543212', 5: '9876543213' },
  },
};

const REFUSED: Record<string, FileFault> = {
  'workbook-renamed.csv': { code: 'not_a_text_file', looksLike: 'xlsx' },
  'picture-renamed.csv': { code: 'not_a_text_file', looksLike: 'image' },
  'unclosed-quote.csv': { code: 'unclosed_quote', line: 3 },
};

function read(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}

describe('the contact files that break others', () => {
  it.each(Object.entries(READ))('%s is read', (name, expected) => {
    const file = checkFile(read(name));
    const { shape } = summaryOf(file);
    const verdicts: Verdicts = {};
    for (const [line, number] of file.accepted) verdicts[line] = `+${number}`.replace(/^\+91(?=.{10}$)/u, '');
    for (const { line, code } of file.issues) verdicts[line] = code;
    expect({
      encoding: shape.encoding,
      delimiter: shape.delimiter,
      column: shape.numberColumn,
      header: shape.header,
      verdicts,
    }).toEqual({
      encoding: 'utf-8',
      delimiter: ',',
      header: true,
      ...expected,
    });
  });

  it.each(Object.entries(REFUSED))('%s is refused', (name, error) => {
    expect(checkFile(read(name)).result).toEqual({ ok: false, error });
  });

  it('keep their names in every encoding', () => {
    const names = (file: string): (string | undefined)[] =>
      [...checkFile(read(file)).rows.values()].map((cells) => cells[0]);
    expect(names('windows-1252-names.csv')).toEqual(['José Fernandes', 'Renée D’Souza – VIP', 'Müller']);
    expect(names('excel-unicode-text-utf16le.txt')).toEqual(['Asha Sharma', 'Verma, "Bina"', 'आशा']);
    expect(names('hindi-utf8-bom.csv')).toEqual(['आशा शर्मा', 'सुनील वर्मा', 'मीना']);
  });

  it('are all here', () => {
    const files = readdirSync(FOLDER).filter((name) => !name.startsWith('.'));
    expect(files.sort()).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].sort());
  });
});
