import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listHeaders } from '../../../shared/template/list-headers.ts';

describe('listHeaders', () => {
  it.each([
    [[], []],
    [
      ['Name', 'Last name', 'Order ID'],
      ['Name', 'Last_name', 'Order_ID'],
    ],
    [['Amount (Rs)'], ['Amount_Rs']],
    [['नाम'], ['value1']],
    [
      ['Name', 'नाम'],
      ['Name', 'value2'],
    ],
  ])('calls %j %j', (names, headers) => {
    expect(listHeaders(names)).toEqual(headers);
  });

  it.each([
    ['number, which Exotel needs', ['Number'], ['v1_Number']],
    ['what begins with number', ['Numbers'], ['v1_Numbers']],
    ['what number begins with', ['num'], ['v1_num']],
    ['one that begins another', ['Order ID', 'Order'], ['v1_Order_ID', 'v2_Order']],
    ['two that differ in case', ['Name', 'name'], ['v1_Name', 'v2_name']],
    ['two that differ in signs', ['Due-date', 'Due date'], ['v1_Due_date', 'v2_Due_date']],
    [
      'two beyond 64 characters',
      [`${'x'.repeat(64)}1`, `${'x'.repeat(64)}2`],
      ['v1_', 'v2_'].map((v) => v + 'x'.repeat(64)),
    ],
  ])('sets apart %s', (_what, names, headers) => {
    expect(listHeaders(names)).toEqual(headers);
  });

  it('never lets one begin another', () => {
    const names = fc.array(fc.oneof(fc.constantFrom('Name', 'name', 'value1', 'v1', 'v2_a', 'a', ''), fc.string()), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(names, (given) => {
        const all = ['number', ...listHeaders(given)].map((header) => header.toLowerCase());
        expect(all).toHaveLength(given.length + 1);
        for (const [at, header] of all.entries()) {
          expect(header).toMatch(/^[a-z0-9_]{1,67}$/);
          expect(all.some((other, place) => place !== at && other.startsWith(header))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
