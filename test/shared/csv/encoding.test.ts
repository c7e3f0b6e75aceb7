import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../shared/csv/decode-text.ts';
import { guessEncoding } from '../../../shared/csv/encoding.ts';
import { isUtf8 } from '../../../shared/csv/is-utf8.ts';
import { createUtf16Transcoder } from '../../../shared/csv/utf16-to-utf8.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(littleEndian ? bytes : bytes.swap16());
}

function transcode(bytes: Uint8Array, littleEndian: boolean, pieceBytes: number): string {
  const transcoder = createUtf16Transcoder(littleEndian);
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    parts.push(Buffer.from(transcoder.push(bytes.subarray(from, from + pieceBytes))));
  }
  parts.push(Buffer.from(transcoder.finish()));
  return Buffer.concat(parts).toString('utf8');
}

describe('guessEncoding', () => {
  it.each<[string, Uint8Array, object]>([
    ['a UTF-8 mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), { encoding: 'utf-8', markBytes: 3 }],
    ['a UTF-16 LE mark', Uint8Array.from([0xff, 0xfe, 0x61, 0]), { encoding: 'utf-16le', markBytes: 2 }],
    ['a UTF-16 BE mark', Uint8Array.from([0xfe, 0xff, 0, 0x61]), { encoding: 'utf-16be', markBytes: 2 }],
    ['UTF-16 LE without a mark', utf16('Name,Mobile\n', true), { encoding: 'utf-16le', markBytes: 0 }],
    ['UTF-16 BE without a mark', utf16('Name,Mobile\n', false), { encoding: 'utf-16be', markBytes: 0 }],
    [
      'Hindi in UTF-16 LE without a mark',
      utf16('नाम,मोबाइल\nआशा,9876543210\n', true),
      { encoding: 'utf-16le', markBytes: 0 },
    ],
    ['plain text', new TextEncoder().encode('Name,Mobile\n'), { encoding: 'utf-8', markBytes: 0 }],
    [
      'text with NUL bytes here and there',
      new TextEncoder().encode('Asha\u0000,Pune\u0000\u0000,9876543210\n'),
      { encoding: 'utf-8', markBytes: 0 },
    ],
    ['one byte', Uint8Array.from([0x61]), { encoding: 'utf-8', markBytes: 0 }],
    ['no bytes', new Uint8Array(0), { encoding: 'utf-8', markBytes: 0 }],
  ])('tells %s', (_, head, guess) => {
    expect(guessEncoding(head)).toEqual(guess);
  });
});

describe('the UTF-16 transcoder', () => {
  const anyUnits = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 })), {
    maxLength: 40,
  });

  it.each([true, false])(
    'gives what TextDecoder gives, lone surrogates included (little endian: %s)',
    (littleEndian) => {
      fc.assert(
        fc.property(anyUnits, fc.integer({ min: 1, max: 9 }), fc.boolean(), (units, pieceBytes, isOdd) => {
          const pairs = units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
          const bytes = Uint8Array.from(isOdd ? [...pairs, 0x61] : pairs);
          const expected = new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes);
          expect(transcode(bytes, littleEndian, pieceBytes)).toBe(expected);
        }),
        { numRuns: 1000 },
      );
    },
  );
});

describe('isUtf8', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .array(
        fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0x9f, 0xa0, 0xed, 0xf0, 0x8f, 0x90, 0xf4, 0xf5, 0xff),
        { maxLength: 6 },
      )
      .map((bytes) => Uint8Array.from(bytes)),
  );

  it('accepts exactly what a strict decoder accepts', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        let isValid = true;
        try {
          strict.decode(bytes);
        } catch {
          isValid = false;
        }
        expect(isUtf8(bytes, 0, bytes.length)).toBe(isValid);
      }),
      { numRuns: drawnOf(1_500, 15_000) },
    );
  });

  it('forgives a character that the end cuts off only where told', () => {
    const cut = new TextEncoder().encode('a😀').subarray(0, 4);
    expect([isUtf8(cut, 0, 4), isUtf8(cut, 0, 4, true)]).toEqual([false, true]);
  });
});

describe('decodeText', () => {
  it('reads what is not UTF-8 as Windows-1252, byte for byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(decodeText(bytes, 0, 256)).toBe(new TextDecoder('windows-1252').decode(bytes));
  });
});
