import { describe, expect, it } from 'vitest';
import type { NumberIssueCode } from '../../../shared/phone/number-issue.ts';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';

const CORPUS: Record<NumberIssueCode, readonly string[]> = {
  too_short: [
    '0',
    '12',
    '98765',
    '9876 543',
    '987654321',
    '+91',
    '+91 98765',
    '080 2345',
    '0123456789',
    '091 98765',
    '(98765)',
  ],
  too_long: [
    '98765432101',
    '+91 98765 432101',
    '987654321098',
    '98765432109876543210',
    '9'.repeat(300),
    // German numbers may be longer than E.164 allows.
    '+49 0168 11111111111',
  ],
  letters: [
    '98765O3210',
    'l987654321',
    '9876543210 Ramesh',
    'call 98765',
    'फोन 9876543210',
    '98765 43210 or ask Asha',
    'x'.repeat(300),
  ],
  not_a_number: [
    '',
    ' ',
    '-',
    '--',
    'N/A',
    'not given',
    'Flat 5',
    '*123#',
    '98765*43210',
    '?',
    '+',
    '#',
    'a@b.in',
    '\u{1f4de}',
  ],
  not_in_service_range: ['5555555555', '0000000000', '0500000000', '5012345678', '+91 5012345678'],
  country_unknown: ['+999 12345678', '+0 98765 43210', '+210 1234567', '+8891234567'],
  excel_exponent: ['9.19877E+11', '9,19877E+11', '9.2E+09', '9E+11', '9.19877e11', ' 9.88E+09 ', "'9.19877E+11"],
  excel_truncated: ['919876500000', '9198765000000', '9800000000', '919000000000', '919876500000.0', ' 919876500000'],
  several_numbers: [
    '9876543210 / 9876543211',
    '9876543210/9876543211',
    '9876543210, 9876543211',
    '9876543210,9876543211',
    '9876543210;9876543211',
    '9876543210 or 9876543211',
    '9876543210 & 9876543211',
    '9876543210 | 9876543211',
    '9876543210 9876543211',
    '98765 43210 98765 43211',
    '+919876543210 +919876543211',
    '9876543210\n9876543211',
    '080-23456789/90',
    '9876543210 / 11',
    '9876543210, 9876543211, 9876543212',
  ],
};

describe('judgeNumber refuses', () => {
  for (const [code, texts] of Object.entries(CORPUS)) {
    it.each(texts.map((text) => [text.slice(0, 40), text]))(`%j as ${code}`, (_, text) => {
      expect(judgeNumber(text, 'IN')).toEqual({ ok: false, error: { code } });
    });
  }

  it('every number of a country it does not know', () => {
    expect(judgeNumber('+919876543210', 'XX')).toEqual({ ok: false, error: { code: 'country_unknown' } });
    expect(judgeNumber('9876543210', 'constructor')).toEqual({ ok: false, error: { code: 'country_unknown' } });
  });
});

describe('judgeNumber keeps a number that only looks spoiled or doubled', () => {
  it.each([
    ['9876500000', '+919876500000'],
    ['91 9876500000', '+919876500000'],
    ['98765 / 43210', '+919876543210'],
    ['98765 43210, ext 5', '+919876543210'],
  ])('%j', (text, value) => {
    expect(judgeNumber(text, 'IN')).toEqual({ ok: true, value });
  });
});
