import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEncodedTwice } from '../../../shared/csv/encoded-twice.ts';
import { letterDoubt } from '../../../shared/csv/letter-doubt.ts';
import { windows1252Text } from '../../../shared/csv/windows-1252.ts';
import { checkFile, summaryOf } from '../contacts/check-file.ts';

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
    [
      'signs',
      bytes(
        [0xbf],
        'Qu',
        [0xe9],
        '? ',
        [0xa1],
        'Hola! ',
        [0xa9],
        'Acme, 2',
        [0xba],
        ', ',
        [0xab],
        'x',
        [0xbb],
        ', ',
        [0xa3],
        '5',
      ),
    ],
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
    ['Big5', bytes([0xa9], 'm', [0xa6], 'W,', [0xb9], 'q', [0xb8, 0xdc], ',98')],
    ['Big5 with letters as second halves', bytes([0xaa], 'L,', [0xb1], 'i,', [0xa4], 'j', [0xa4], 'p,98')],
    ['KOI8-R', bytes([0xe9, 0xd7, 0xc1, 0xce], ',98')],
    ['GBK', bytes([0xd5, 0xc5, 0xc8, 0xfd], ',98')],
    ['Cyrillic', bytes([0xc8, 0xe2, 0xe0, 0xed], ',98')],
  ])('are those of another script: %s', (_, text) => {
    expect(letterDoubt(text)).toBe('other_script');
  });
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-8 opened as Windows-1252 and saved as UTF-8 again. */
function twice(text: string): Uint8Array {
  return utf8(windows1252Text(utf8(text), 0, utf8(text).length));
}

describe('letters that were encoded twice', () => {
  const words = fc.constantFrom(
    'मोबाइल',
    'आशा राव',
    'Renée',
    'José',
    'Müller',
    'São Paulo',
    'Zoë',
    'Иван',
    'محمد',
    '王小明',
    'நாம்',
    'Łódź',
    'આશા',
  );
  const list = fc.array(words, { minLength: 1, maxLength: 6 });
  const fileOf = (names: readonly string[]): string => names.map((name) => `${name},9876543210\n`).join('');

  it('are told, whatever they are', () => {
    fc.assert(
      fc.property(list, (names) => {
        expect(isEncodedTwice(twice(fileOf(names)))).toBe(true);
        expect(isEncodedTwice(twice(new TextDecoder().decode(twice(fileOf(names)))))).toBe(true);
      }),
    );
  });

  it('are not found in letters that were encoded once', () => {
    fc.assert(
      fc.property(list, (names) => {
        expect([names, isEncodedTwice(utf8(fileOf(names)))]).toEqual([names, false]);
      }),
    );
    expect(isEncodedTwice(utf8('CORAÇÃO, “Renée’s” café… Ñ” É»'))).toBe(false);
  });

  it('are not found where only signs around digits are', () => {
    expect(isEncodedTwice(twice('\u202a+91 98765 43210\u202c,\u00a0Asha'))).toBe(false);
  });

  it('are told of a list that is read', () => {
    const file = new Uint8Array([...twice('नाम,मोबाइल\nआशा,'), ...utf8('9876543210\n')]);
    expect(summaryOf(checkFile(file)).shape).toMatchObject({ encoding: 'utf-8', letterDoubt: 'encoded_twice' });
    expect(summaryOf(checkFile('नाम,मोबाइल\nआशा,9876543210\n')).shape.letterDoubt).toBeNull();
  });
});
