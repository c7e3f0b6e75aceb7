import { describe, expect, it } from 'vitest';
import { mayEndInDigits, mayHaveExtension, withoutExtension } from '../../../shared/phone/plain-extension.ts';

describe('a text with letters', () => {
  it.each([
    '080 2345 6789 ext 12',
    '98765x1',
    '98765 43210 доб 5',
    '98765 43210 int.7',
    '98765 43210;ext=7',
    '080 23 anexo 4#',
  ])('may be a number with an extension: %s', (text) => {
    expect(mayHaveExtension(text)).toBe(true);
  });

  it.each([
    'max9876543210@example.com',
    '9876543210@x1',
    'Flat 12, Block x7',
    '98765 ext 12 x 3',
    '98765 43210 ext',
    '12 x 5',
    '08123456789;phone-context=+91',
  ])('is none: %s', (text) => {
    expect(mayHaveExtension(text)).toBe(false);
  });

  it.each([
    ['080 2345 6789 ext. 12', '080 2345 6789'],
    ['+91 98765 43210 x12#', '+91 98765 43210'],
    ['98765 43210;ext=7', '98765 43210'],
    ['98765 43210, Extension: 7', '98765 43210'],
    ['98765 43210, 12', '98765 43210'],
    ['98765 43210 #12', '98765 43210'],
    ['98765 43210~12', '98765 43210'],
    ['98765 43210,;12', undefined],
    ['98765 43210;ext=7#', undefined],
    ['98765 43210 x12345678', undefined],
    ['98 x7', undefined],
    ['98765 43210', undefined],
  ])('has a number before it: %s', (text, number) => {
    expect(withoutExtension(text)).toBe(number);
  });
});

describe('a text without letters', () => {
  it.each(['98765 43210', '98765 43210, 12', '98765 43210;123456789012345', '98765 43210 #12#', '98765-123#'])(
    'may be a number: %s',
    (text) => {
      expect(mayEndInDigits(text)).toBe(true);
    },
  );

  it.each([
    '98765 43210, 98765 43211',
    '98765 43210,9876543211',
    '98765 43210;1234567890123456',
    '98765 43210,',
    '1#2#3',
  ])('is none: %s', (text) => {
    expect(mayEndInDigits(text)).toBe(false);
  });
});
