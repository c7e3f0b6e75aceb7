import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRanges, createPersonRanges, type FileLayout } from '../../../shared/csv/person-ranges.ts';
import { readAll } from './read-all.ts';

const DIGITS = '919810010002';
const OTHER = '9876543210';
/** One number in the ways people write it; the last is in Devanagari. */
const SPELLINGS = ['9810010002', '+91 98100-10002', '"098100 10002"', '"call (98100) 10002, Asha"', '९८१००१०००२'];
const CELLS = ['', 'Asha', OTHER, '12', '"a, b"', '"two\nlines"', '"she said ""no"""', 'José', 'ऊ', 'a"b', ' x '];
const ENDINGS = ['\n', '\r\n', '\r'];

const made = fc.record({
  rows: fc.array(fc.array(fc.constantFrom(...CELLS, ...SPELLINGS), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  }),
  endings: fc.array(fc.constantFrom(...ENDINGS), { minLength: 1, maxLength: 3 }),
  encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
  hasMark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t'),
  whole: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  pieceBytes: fc.integer({ min: 1, max: 40 }),
});

function encode(text: string, encoding: FileLayout['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

function decode(bytes: Uint8Array, encoding: FileLayout['encoding']): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The file with the person blanked, piece by piece as it is stored. */
function blanked(bytes: Uint8Array, layout: FileLayout, records: readonly number[], pieceBytes: number): Uint8Array {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.slice(at * pieceBytes, (at + 1) * pieceBytes),
  );
  const finder = createPersonRanges(layout, DIGITS, new Set(records));
  for (const piece of pieces) finder.push(piece);
  const ranges = finder.finish();
  const out = pieces.map((piece, at) => {
    const around = { before: pieces[at - 1]?.at(-1), after: pieces[at + 1]?.[0] };
    return blankRanges(piece, at * pieceBytes, ranges, layout, around) ?? piece;
  });
  const whole = new Uint8Array(bytes.length);
  for (const [at, piece] of out.entries()) whole.set(piece, at * pieceBytes);
  return whole;
}

describe('a file without a person', () => {
  it('has the same rows and cells, theirs blank, and every other as it was', () => {
    fc.assert(
      fc.property(made, ({ rows, endings, encoding, hasMark, delimiter, whole, pieceBytes }) => {
        const lines = rows.map((cells) => cells.map((cell) => cell.replaceAll(', ', `${delimiter} `)).join(delimiter));
        const text = lines.map((line, at) => line + (endings[at % endings.length] ?? '')).join('');
        const bytes = encode((hasMark ? '\uFEFF' : '') + text, encoding);
        const layout = { encoding, delimiter, linesInQuotes: false };
        const after = blanked(bytes, layout, whole, pieceBytes);
        expect(after).toHaveLength(bytes.length);
        const read = (given: Uint8Array) => readAll(decode(given, encoding), { delimiter }).records;
        const before = readAll(text, { delimiter }).records;
        const found = read(after);
        expect(found.map((cells) => cells.length)).toEqual(before.map((cells) => cells.length));
        for (const [at, cells] of before.entries()) {
          for (const [column, cell] of cells.entries()) {
            const isTheirs = whole.includes(at + 1) || /9810010002|९८१००१०००२/.test(cell.replaceAll(/[^\p{Nd}]/gu, ''));
            const now = found[at]?.[column] ?? 'nothing';
            if (isTheirs) expect(now.replaceAll(/["\s]/g, '').replaceAll(delimiter, '')).toBe('');
            else expect(now).toBe(cell);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is searched line by line where nobody knows its cells', () => {
    const layout: FileLayout = { encoding: 'utf-8', delimiter: null, linesInQuotes: false };
    const after = blanked(encode(`a;${OTHER}\nAsha;98100 10002\nb;1`, 'utf-8'), layout, [], 7);
    expect(decode(after, 'utf-8')).toBe(`a;${OTHER}\n${' '.repeat(16)}\nb;1`);
  });

  it('keeps the quotes that stand around whole lines', () => {
    const layout: FileLayout = { encoding: 'utf-8', delimiter: ',', linesInQuotes: true };
    const after = blanked(encode(`"Asha,9810010002"\n"b,${OTHER}"`, 'utf-8'), layout, [1], 5);
    expect(decode(after, 'utf-8')).toBe(`"    ,          "\n"b,${OTHER}"`);
  });
});
