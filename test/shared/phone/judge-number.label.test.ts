import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const EXPECTED = { ok: true, value: '+919876543210' };

/** One number, with the labels that lists and tools give it. */
const LABELLED = [
  'p:+919876543210',
  'P: 9876543210',
  'M:9876543210',
  'M- 98765 43210',
  'M.9876543210',
  '(M) 9876543210',
  '[M]9876543210',
  '9876543210 (M)',
  'Mob 9876543210',
  'Mob-9876543210',
  'Mob:- 98765 43210',
  'Mob.No.9876543210',
  'MOBILE NO - 9876543210',
  'Mobile9876543210',
  'Mobile2: 9876543210',
  'Ph# 9876543210',
  'Ph.No.:9876543210',
  'Phone 1: 9876543210',
  'Cell-9876543210',
  'Tel/WhatsApp: 9876543210',
  'WA: 9876543210',
  'Contact No: 9876543210',
  'Home: 9876543210',
  'No. 9876543210',
  'Number: 9876543210',
  '*9876543210*',
  '_98765 43210_',
  '9876543210 mob',
  '98765 43210 (WhatsApp)',
  '98765 43210 (Res)',
  'फोन: 9876543210',
  'फ़ोन 9876543210',
  'मो. 9876543210',
  'मो.नं. 9876543210',
  'मोबाइल नंबर: 98765 43210',
  'wa.me/919876543210',
  'https://wa.me/919876543210?text=Hi',
  'https://api.whatsapp.com/send?phone=919876543210',
];

/** One number with signs, brackets and quotes around it. */
const MARKED = [
  '\u{1f4de} 9876543210',
  '\u260e9876543210',
  '\u260e\ufe0f 98765 43210',
  '\u2706 9876543210',
  '\u{1f4f1}+919876543210',
  '\u{1f1ee}\u{1f1f3} +91 98765 43210',
  '\u2705 9876543210',
  '\u2022 9876543210',
  '#9876543210',
  '*9876543210',
  '<9876543210>',
  '["9876543210"]',
  '{9876543210}',
];

/** Traces of a wrong decoding: direction marks as question marks, UTF-8 read as Windows-1252. */
const MISREAD = [
  '?9876543210?',
  '?+91 98765 43210?',
  '?9876543210',
  '+91?98765?43210',
  '98765\ufffd43210',
  '\u00e2\u20ac\u00aa+91 98765 43210\u00e2\u20ac\u00ac',
  '\u00e2\u20ac\u00aa+919876543210',
  '&nbsp;98765&nbsp;43210',
  '&#43;919876543210',
  '9876543210_x000D_',
  '_x002B_919876543210',
  '&quot;9876543210&quot;',
  '\u00c2 9876543210',
  '+91\u00c2 98765\u00c2 43210',
  '\u00ef\u00bb\u00bf9876543210',
  '98765\u00e2\u20ac\u201c43210',
  '\u00e0\u00a5\u00af\u00e0\u00a5\u00ae\u00e0\u00a5\u00ad\u00e0\u00a5\u00ac\u00e0\u00a5\u00ab\u00e0\u00a5\u00aa\u00e0\u00a5\u00a9\u00e0\u00a5\u00a8\u00e0\u00a5\u00a7\u00e0\u00a5\u00a6',
];

/** Number formats that group digits. */
const GROUPED = [
  '9,876,543,210',
  '9,876,543,210.00',
  '98,76,54,32,10',
  '9,87,65,43,210',
  '919,876,543,210',
  '+919,876,543,210',
  '91,98,76,54,32,10',
  '987,654,3210',
  '98765,43210',
  '+91,9876543210',
  '98,7654,3210',
  "9'876'543'210",
  '9\u2019876\u2019543\u2019210',
];

/** Numbers with the zero of a domestic call before the country's code. */
const TRUNK_ZERO = ['0919876543210', '091-9876543210', '+091 98765 43210', '0 91 98765 43210', '(091) 9876543210'];

describe('judgeNumber reads one number', () => {
  it.each([...LABELLED, ...MARKED, ...MISREAD, ...GROUPED, ...TRUNK_ZERO])('%j', (text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });

  const word = fc.constantFrom(...'Mobile mob Mob MOB Phone Ph ph Tel Cell WhatsApp Contact मोबाइल फोन'.split(' '));
  const number = fc.constantFrom('', ' No', ' no.', '. No.', ' Number', '_no', ' नंबर');
  const mark = fc.constantFrom(' ', ':', ': ', ' - ', ':-', '.', ' = ', '# ', ' > ');
  const digits = fc.constantFrom('9876543210', '98765 43210', '+91 98765 43210', '+91-9876543210', '09876543210');

  it('behind any label of those words', () => {
    fc.assert(
      fc.property(word, number, mark, digits, (...parts) => {
        expect([parts.join(''), judgeNumber(parts.join(''), 'IN')]).toEqual([parts.join(''), EXPECTED]);
      }),
      { numRuns: drawnOf(400, 3_000) },
    );
  });

  it('and none where any other word stands beside it', () => {
    const other = fc.constantFrom(
      ...'not dont dnd wrong off fax id account son wife Asha अब मत order ticket rs'.split(' '),
    );
    fc.assert(
      fc.property(other, word, digits, fc.integer({ min: 0, max: 2 }), (no, label, number, order) => {
        const text =
          [`${no} ${label}: ${number}`, `${label} ${no} ${number}`, `${label}: ${number} ${no}`][order] ?? '';
        expect([text, judgeNumber(text, 'IN').ok]).toEqual([text, false]);
      }),
      { numRuns: drawnOf(400, 3_000) },
    );
  });
});

describe('judgeNumber never reads two numbers as one', () => {
  const gaps =
    ', !,!;!/! / ! | ! or ! and ! & ! ::: !:::! to !-! - !~! !:!\n!(! [! alt ! M:! (R) !.!\\!->! + ! \u2013 !\u2022! \u{1f4de} ! aur ! और ';
  const between = fc.constantFrom(...gaps.split('!'));
  const one = fc.constantFrom(
    '9876543210',
    '98765 43210',
    '98765-43210',
    '+919876543210',
    '+91-9876543210',
    '09876543210',
  );
  const other = fc.constantFrom('9123456780', '91234 56780', '+919123456780', '080 23456789', '+91-9123456780');

  it('whatever stands between them', () => {
    fc.assert(
      fc.property(one, between, other, (first, gap, second) => {
        const text = first + gap + second;
        expect([text, judgeNumber(text, 'IN').ok]).toEqual([text, false]);
      }),
      { numRuns: drawnOf(600, 6_000) },
    );
  });
});

describe('judgeNumber never reads a number behind a minus', () => {
  it('whatever its digits and grouping', () => {
    const digits = fc.constantFrom(
      '9876543210',
      '9,876,543,210',
      '98765 43210',
      '9876543119.00',
      '919876543210',
      '98765-43210',
    );
    const minus = fc.constantFrom('-', ' -', '- ', '\u2212', '\u2013', "'-", '=-', '="-', '(-');
    fc.assert(
      fc.property(minus, digits, (sign, number) => {
        expect(judgeNumber(sign + number, 'IN')).toEqual({ ok: false, error: { code: 'excel_computed' } });
      }),
    );
  });
});

describe('judgeNumber never reads an amount below zero', () => {
  const digits = fc.constantFrom(
    '9876543210',
    '9,876,543,210',
    '9876543119.00',
    '919876543210',
    '9.876.543.210',
    '98,76,54,32,10',
  );
  const space = fc.constantFrom('', ' ');

  it('with its minus behind the digits', () => {
    fc.assert(
      fc.property(digits, space, fc.constantFrom('-', '\u2212', '\u2013'), (number, gap, minus) => {
        const text = number + gap + minus;
        expect([text, judgeNumber(text, 'IN')]).toEqual([text, { ok: false, error: { code: 'excel_computed' } }]);
      }),
    );
  });

  it('with brackets around it', () => {
    fc.assert(
      fc.property(digits, space, space, (number, left, right) => {
        const text = `(${left}${number}${right})`;
        expect([text, judgeNumber(text, 'IN')]).toEqual([text, { ok: false, error: { code: 'excel_computed' } }]);
      }),
    );
  });

  it.each([
    '(98765) 43210',
    '(+91) 98765 43210',
    '(+919876543210)',
    '(91) 9876543210',
    '(98765 43210)',
    '(09876543210)',
    '98765-43210',
    '98765 43210 -',
    '+919876543210-',
    '09876543210-',
  ])('but %s, as people write it', (text) => {
    expect(judgeNumber(text, 'IN')).toEqual(EXPECTED);
  });
});
