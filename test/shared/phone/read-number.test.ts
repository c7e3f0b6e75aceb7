import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber } from '../../../shared/phone/judge-number.ts';
import { numberTableOf } from '../../../shared/phone/number-table.ts';
import { NOTHING_WRITTEN, readNumber, UNDECIDED } from '../../../shared/phone/read-number.ts';

const table = numberTableOf('IN');

function read(text: string): number {
  if (table === undefined) throw new Error('No table for India');
  const bytes = new TextEncoder().encode(`x${text}7`);
  return readNumber(bytes, 1, bytes.length - 1, table, { value: 0, count: 0, leadingZeros: 0, plus: false });
}

describe('readNumber', () => {
  it.each([
    '9876543210',
    ' 9876543210 ',
    '98765 43210',
    '98765-43210',
    '09876543210',
    '919876543210',
    '+91 98765 43210',
    '+91-98765-43210',
    '00919876543210',
    '+(91) 98765 43210',
  ])('reads %j from its bytes alone', (text) => {
    expect(read(text)).toBe(919_876_543_210);
  });

  it.each(['', ' ', '    '])('finds nothing written in %j', (text) => {
    expect(read(text)).toBe(NOTHING_WRITTEN);
  });

  it.each([
    ['letters', '98765O3210'],
    ['a dot, which may be the point of an amount', '9876543210.0'],
    ['a slash, which may part two numbers', '98765/43210'],
    ['a plus inside', '98765+43210'],
    ['rounded digits', '919876500000'],
    ['digits past exact integers', '98765432109876543210'],
    ['a number out of range', '5555555555'],
    ['another alphabet', '९८७६५४३२१०'],
    ['nothing but a dash', '-'],
    ['nothing but a plus', '+'],
  ])('leaves %s to the text reading', (_, text) => {
    expect(read(text)).toBe(UNDECIDED);
  });

  it('never differs from the text reading', () => {
    const char = fc.constantFrom(...'012345678909876'.split(''), ' ', '-', '(', ')', '+');
    const start = fc.constantFrom('', '+', '0', '91', '+91', '0091', '9876');
    const text = fc.tuple(start, fc.array(char, { maxLength: 14 })).map(([first, rest]) => first + rest.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const number = read(written);
        if (number > NOTHING_WRITTEN) expect(judgeNumber(written, 'IN')).toEqual({ ok: true, value: `+${number}` });
      }),
      { numRuns: 5000 },
    );
  });
});
