import { describe, expect, it } from 'vitest';
import { createContactCheck } from '../../../shared/contacts/check-contacts.ts';
import { fileFaultSentence } from '../../../shared/contacts/file-fault.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { checkFile } from './check-file.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
const XLSX = new Uint8Array(Buffer.from('PK\u0003\u0004\u0014\u0000[Content_Types].xml....xl/workbook.xml', 'latin1'));

function faultOf(content: string | Uint8Array, settings: Parameters<typeof checkFile>[1] = {}): FileFault {
  const { result } = checkFile(content, settings);
  if (result.ok) throw new Error('The file was read');
  return result.error;
}

describe('createContactCheck refuses a file', () => {
  it.each<[string, string | Uint8Array, FileFault]>([
    ['that is empty', '', { code: 'empty_file' }],
    ['of a mark only', '\ufeff', { code: 'empty_file' }],
    ['of blank lines', '\n\r\n , ,\n', { code: 'empty_file' }],
    ['of headings only', 'Name,Mobile\n', { code: 'no_rows', headings: ['Name', 'Mobile'] }],
    ['that is a workbook', XLSX, { code: 'not_a_text_file', looksLike: 'xlsx' }],
    ['that is a picture', PNG, { code: 'not_a_text_file', looksLike: 'image' }],
    ['that is a web page', '<html><table>', { code: 'not_a_text_file', looksLike: 'html' }],
    ['that is no text', Uint8Array.from({ length: 99 }, (_, n) => n % 7), { code: 'not_a_text_file' }],
    ['without numbers', 'Name,City\nAsha,Pune\n', { code: 'no_number_column', headings: ['Name', 'City'] }],
    [
      'whose first row is too wide',
      `Mobile${',x'.repeat(20_000)}\n9876543210\n`,
      { code: 'too_many_columns', line: 1, limit: 16_384 },
    ],
    [
      'whose first row is too wide, in a file read piece by piece',
      `Mobile${',x'.repeat(20_000)}\n${'9876543210\n'.repeat(9_000)}`,
      { code: 'too_many_columns', line: 1, limit: 16_384 },
    ],
    ['whose headings open a quote', 'sep=,\nName,"Mobile\n', { code: 'unclosed_quote', line: 2 }],
    ['with a quote that never closes', 'Name,Mobile\n"Asha,9876543210\n', { code: 'unclosed_quote', line: 2 }],
  ])('%s', (_, content, fault) => {
    expect(faultOf(content)).toEqual(fault);
  });

  it('without the column that was asked for', () => {
    const headings = ['Name', 'Mobile'];
    const content = 'Name,Mobile\nAsha,9876543210\n';
    expect(faultOf(content, { columns: { number: 'WhatsApp' } })).toEqual({
      code: 'column_not_found',
      wanted: 'WhatsApp',
      headings,
    });
    expect(faultOf(content, { columns: { number: 3 } })).toEqual({ code: 'column_not_found', wanted: 3, headings });
    expect(faultOf(content, { columns: { number: 0 } })).toEqual({ code: 'column_not_found', wanted: 0, headings });
  });

  it.each([
    ['to the letter', 'Phone', 'Phone,Name,Phone'],
    ['in other letter case', 'phone', 'PHONE,Name,Phone'],
    ['in other words', 'mobile no', 'Mobile_No.,Name,mobileNo'],
  ])('with several columns headed as was asked for, %s', (_how, wanted, line) => {
    const headings = line.split(',');
    const content = `${line}\n9876543210,Asha,9123456789\n`;
    const columns = [0, 2].map((at) => ({
      column: at + 1,
      name: at === 0 ? 'Column A' : 'Column C',
      heading: headings[at],
    }));
    const fault = { code: 'column_ambiguous', wanted, columns, headings };
    expect(faultOf(content, { columns: { number: wanted } })).toEqual(fault);
    expect(faultOf(content, { columns: { number: 1, more: [wanted] } })).toEqual(fault);
    expect(faultOf(content, { columns: { number: 1, required: [wanted] } })).toEqual(fault);
    expect(faultOf(content, { columns: { number: 1, callingCode: wanted } })).toEqual(fault);
  });

  it('without a column for a variable of the text', () => {
    const content = 'Name,Mobile\nAsha,9876543210\n';
    const notFound = (variable: string) => ({
      code: 'variable_not_found',
      variable,
      headings: ['Name', 'Mobile'],
    });
    expect(faultOf(content, { text: 'Hi @@Name from @@City' })).toEqual(notFound('City'));
    expect(faultOf(content, { text: 'Hi @@Name', columns: { variables: { Name: 'City' } } })).toEqual(notFound('Name'));
    expect(faultOf(content, { text: '@@a @@b', columns: { variables: { a: 1, b: 3 } } })).toEqual(notFound('b'));
  });

  it('for a text of six variables', () => {
    const text = [1, 2, 3, 4, 5, 6].map((n) => `@@V ${n}`).join(' ');
    const content = 'V 1,V 2,V 3,V 4,V 5,V 6,Mobile\n,,,,,,9876543210\n';
    expect(faultOf(content, { text })).toEqual({ code: 'too_many_variables', count: 6, limit: 5 });
  });

  it('for a country nobody knows', () => {
    expect(faultOf('Mobile\n9876543210\n', { country: 'XX' })).toEqual({ code: 'unknown_country', country: 'XX' });
  });

  it.each([
    [2, undefined],
    [1, { code: 'too_many_rows', limit: 1 }],
  ])('of 2 rows when the limit is %i', (rows, fault) => {
    const { result } = checkFile('Mobile\n9876543210\n9876543211\n', { limits: { rows } });
    expect(result.ok ? undefined : result.error).toEqual(fault);
  });

  it('without judging a row past the limit', () => {
    const { accepted } = checkFile('Mobile\n9876543210\n9876543211\n9876543212\n', { limits: { rows: 2 } });
    expect(accepted.map(([line]) => line)).toEqual([2, 3]);
  });

  it.each([
    [29, undefined],
    [28, { code: 'file_too_large', limitBytes: 28 }],
  ])('of 29 bytes when the limit is %i, in one piece or byte by byte', (fileBytes, fault) => {
    for (const pieceBytes of [29, 1]) {
      const { result } = checkFile('Mobile\n9876543210\n9876543211\n', { limits: { fileBytes } }, pieceBytes);
      expect(result.ok ? undefined : result.error).toEqual(fault);
    }
  });

  it('with the same fault from then on', () => {
    const calls: string[] = [];
    const check = createContactCheck(
      { country: 'IN' },
      { accepted: () => calls.push('accepted'), issue: () => calls.push('issue') },
    );
    check.push(PNG);
    const fault = { ok: false, error: { code: 'not_a_text_file', looksLike: 'image' } };
    expect(check.finish()).toEqual(fault);
    expect(check.push(new TextEncoder().encode('Mobile\n9876543210\n'))).toEqual(fault);
    expect([check.finish(), calls]).toEqual([fault, []]);
  });
});

describe('fileFaultSentence', () => {
  const faults: FileFault[] = [
    { code: 'empty_file' },
    { code: 'no_rows', headings: ['Mobile'] },
    { code: 'not_a_text_file' },
    { code: 'not_a_text_file', looksLike: 'xlsx' },
    { code: 'no_number_column', headings: Array.from({ length: 30 }, (_, n) => `h${n}`) },
    { code: 'column_not_found', wanted: 'Cell', headings: ['Name'] },
    { code: 'column_not_found', wanted: 7, headings: ['Name'] },
    { code: 'variable_not_found', variable: 'City', headings: ['Name'] },
    { code: 'too_many_variables', count: 6, limit: 5 },
    { code: 'unknown_country', country: 'XX' },
    { code: 'file_too_large', limitBytes: 100 * 1024 * 1024 },
    { code: 'too_many_rows', limit: 1_000_000 },
    { code: 'too_many_columns', line: 3, limit: 16_384 },
    { code: 'cell_too_long', line: 4, limitBytes: 65_536 },
    { code: 'row_too_long', line: 5, limitBytes: 1_048_576 },
    { code: 'unclosed_quote', line: 6 },
  ];

  it.each(faults.map((fault) => [fault.code, fault] as const))(
    'says what happened and what to do for %s',
    (_, fault) => {
      expect(fileFaultSentence(fault)).toMatch(/^[A-Z"].*\. .*\.$/su);
    },
  );

  it('names what the file turned out to be, the limit and the row', () => {
    expect(faults.map(fileFaultSentence).join('\n')).toMatch(
      /Excel workbook[^]*"h11" and 18 more[^]*100 MB[^]*10,00,000 rows[^]*Row 3 [^]*16,384[^]*row 4 [^]*65,536[^]*Row 5 [^]*row 6 /u,
    );
  });
});
