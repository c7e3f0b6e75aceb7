import { describe, expect, it } from 'vitest';
import { letterDoubt } from '../../../shared/csv/letter-doubt.ts';

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)),
  );
}

describe('letters beyond A to Z', () => {
  it.each([
    ['none', bytes('Asha,9876543210')],
    ['accents', bytes('Ren', [0xe9], ', S', [0xe3], 'o Paulo, M', [0xfc], 'ller, K', [0xf6], 'ln')],
    ['a name with a caron', bytes([0x8a], 'koda, ', [0x8e], 'i', [0x9e], 'ek')],
    ['quotes and dashes', bytes('O', [0x92], 'Brien ', [0x96], ' ', [0x93], 'x', [0x94], ' ', [0x80], '5')],
  ])('are those of Windows: %s', (_, text) => {
    expect(letterDoubt(text)).toBeNull();
  });

  it.each([
    ['one name', bytes('Ren', [0x8e], ',9876543210')],
    ['several', bytes('Ren', [0x8e], ',S', [0x8b], 'o Paulo,M', [0x9f], 'ller,Fran', [0x8d], 'ois')],
  ])('are those of an old Mac: %s', (_, text) => {
    expect(letterDoubt(text)).toBe('mac_roman');
  });

  it.each([
    ['Shift-JIS', bytes([0x93, 0x63, 0x92, 0x86, 0x98, 0x59], ',98')],
    ['Shift-JIS with letters as second halves', bytes([0x83], '^', [0x83], 'i', [0x8a], 'J,98')],
    ['GBK', bytes([0xd5, 0xc5, 0xc8, 0xfd], ',98')],
    ['Cyrillic', bytes([0xc8, 0xe2, 0xe0, 0xed], ',98')],
  ])('are those of another script: %s', (_, text) => {
    expect(letterDoubt(text)).toBe('other_script');
  });
});
