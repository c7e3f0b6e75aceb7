import { describe, expect, it } from 'vitest';
import { createReturnedRows } from '../../../shared/contacts/returned-rows.ts';
import type { ReturnsTo } from '../../../shared/contacts/returned-rows.ts';

const TO: ReturnsTo = {
  country: 'IN',
  headings: ['Name', 'Mobile', 'City'],
  numberColumn: 1,
  lineHeadings: ['Line', 'पंक्ति'],
};

function read(content: string | Uint8Array, to: Partial<ReturnsTo> = {}, pieceBytes = Number.POSITIVE_INFINITY) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const heard: [number, string][] = [];
  const returned = createReturnedRows({ ...TO, ...to }, (line, value) => heard.push([line, value]));
  for (let from = 0; from < bytes.length; from += Math.min(pieceBytes, bytes.length)) {
    returned.push(bytes.subarray(from, from + pieceBytes));
  }
  return { result: returned.finish(), heard };
}

describe('rows that come back corrected', () => {
  it('are known by their line, whatever their order', () => {
    const { result, heard } = read(
      '\uFEFFLine,Name,Mobile,City,In the file,Why,Suggestion\r\n7,Asha,9876543210,Pune,98765,Too short,\r\n3,"Verma, B",\'+919876543211,,x,,\r\n',
    );
    expect(heard).toEqual([
      [7, '9876543210'],
      [3, '+919876543211'],
    ]);
    expect(result).toEqual({ ok: true, value: { rows: 2, withoutLine: 0 } });
  });

  it('may have lost columns, be saved with semicolons, or carry the line in another language', () => {
    expect(read('Mobile;पंक्ति\n9876543210;7\n').heard).toEqual([[7, '9876543210']]);
  });

  it('take the column where it was written when a heading comes twice', () => {
    const { heard } = read('Line,Mobile,Mobile\n2,111,9876543210\n', { headings: ['Mobile', 'Mobile'] });
    expect(heard).toEqual([[2, '9876543210']]);
  });

  it('count rows whose line is gone, and leave blank ones out', () => {
    const { result, heard } = read('Line,Mobile\n,9876543210\n\n"1,248.0",9876543211\nx,1\n');
    expect(heard).toEqual([[1248, '9876543211']]);
    expect(result).toEqual({ ok: true, value: { rows: 3, withoutLine: 2 } });
  });

  it('are read the same however the bytes are cut, UTF-16 and longer than the first look', () => {
    const text = `Line\tMobile\n${Array.from({ length: 9_000 }, (_, at) => `${at + 2}\t98765${at}`).join('\n')}`;
    const bytes = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const whole = read(bytes);
    expect(whole.heard.length).toBe(9_000);
    expect(read(bytes, {}, 1_009)).toEqual(whole);
  });

  it.each([
    ['Name,Mobile\nAsha,9876543210\n', { code: 'no_line_column' }],
    ['Line,Phone\n2,9876543210\n', { code: 'number_heading_gone', wanted: 'Mobile' }],
    ['', { code: 'unreadable_return', fault: { code: 'empty_file' } }],
    ['%PDF-1.7', { code: 'unreadable_return', fault: { code: 'not_a_text_file', looksLike: 'pdf' } }],
    ['Line,Mobile\n2,"9876', { code: 'unreadable_return', fault: { code: 'unclosed_quote', line: 2 } }],
  ])('are refused as a whole: %j', (content, error) => {
    expect(read(content).result).toEqual({ ok: false, error });
  });
});
