import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../shared/csv/record-reader.ts';
import { readAll } from './read-all.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

describe('the record reader', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['one cell', 'a', [['a']]],
    [
      'LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['all three', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['no newline at the end', 'a\nb', [['a'], ['b']]],
    ['blank records, which count', 'a\n\nb\n\n', [['a'], [''], ['b'], ['']]],
    ['blank CRLF records', 'a\r\n\r\nb', [['a'], [''], ['b']]],
    ['a newline alone', '\n', [['']]],
    ['LF CR as two ends', 'a\n\rb', [['a'], [''], ['b']]],
    [
      'empty cells',
      ',\n,,',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['ragged records', 'a\nb,c,d\ne,f', [['a'], ['b', 'c', 'd'], ['e', 'f']]],
    ['spaces, which are kept', ' a , b ', [[' a ', ' b ']]],
    ['quotes', '"a","b"', [['a', 'b']]],
    ['an empty quoted cell', '"",a\n""', [['', 'a'], ['']]],
    ['a quoted delimiter', '"a,b",c', [['a,b', 'c']]],
    ['a quoted newline, which starts no record', '"a\nb",c\nd', [['a\nb', 'c'], ['d']]],
    ['a quoted CRLF', '"a\r\nb",c\r\nd', [['a\r\nb', 'c'], ['d']]],
    ['doubled quotes', '"a ""b"" c","""",""""""', [['a "b" c', '"', '""']]],
    ['a quote inside an unquoted cell', 'a"b,5" inch\nc', [['a"b', '5" inch'], ['c']]],
    ['a quote after a space', ' "a",b', [[' "a"', 'b']]],
    ['text after the closing quote', '"a"b,"c" ,d', [['ab', 'c ', 'd']]],
    ['text and quotes after the closing quote', '"a"b"c",d', [['ab"c"', 'd']]],
    ['a quoted cell at the end of the file', 'a,"b"', [['a', 'b']]],
    ['NUL bytes', 'a\u0000b,c', [['a\u0000b', 'c']]],
    ['text beyond ASCII', 'आशा,José\n', [['आशा', 'José']]],
  ])('reads %s', (_, text, records) => {
    expect(readAll(text)).toEqual({ records, fault: undefined });
  });

  it.each([';', '\t', '|'])('cuts at %j when told to', (delimiter) => {
    expect(readAll(`a${delimiter}b,c\n`, { delimiter }).records).toEqual([['a', 'b,c']]);
  });

  it('decodes each cell by what it holds', () => {
    const bytes = Uint8Array.from([0x4a, 0xe9, 0x2c, 0xc3, 0xa9, 0x2c, 0x80, 0x0a]);
    expect(readAll(bytes).records).toEqual([['Jé', 'é', '€']]);
  });

  it('reads ten thousand empty columns', () => {
    const row = ','.repeat(9999);
    const { records, fault } = readAll(`${row}\n${row}`, { limits: { columns: 10_000, rowBytes: 10_000 } });
    expect([records.map((cells) => cells.length), fault]).toEqual([[10_000, 10_000], undefined]);
  });

  it('stops for good when told to', () => {
    const seen: string[] = [];
    const reader = new RecordReader(44, 0, { columns: 9, cellBytes: 9, rowBytes: 99 }, (batch) => {
      for (let index = 0; index < batch.count; index++) seen.push(batch.cell(index));
      return seen.length < 3;
    });
    for (const text of ['a\n', 'b\nc\n', 'd\n"e']) reader.push(new TextEncoder().encode(text));
    expect([reader.finish(), seen]).toEqual([undefined, ['a', 'b', 'c']]);
  });

  it('hands over more records than a batch holds, in order', () => {
    const texts = Array.from({ length: 3000 }, (_, index) => String(index));
    expect(readAll(texts.join('\n')).records).toEqual(texts.map((text) => [text]));
  });

  it.each([1, 1009, 65_536, 200_000])(
    'reads records longer than it copies at a time, in pieces of %i bytes',
    (pieceBytes) => {
      const long = 'x'.repeat(90_000);
      const records = [['a', long, 'b'], ['c'], [long, long], [`"${long}`, 'd', '']];
      const text = records.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
      const limits = { cellBytes: 100_000, rowBytes: 1_000_000 };
      for (const column of [0, 1, 2])
        expect(readAll(text, { limits, pieceBytes, column })).toEqual({ records, fault: undefined });
    },
  );

  const piece = fc.constantFrom('a', 'é', '😀', ',', '"', '""', '\n', '\r\n', '\r', ' ', '\u0000', ';', '0');
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('gives the same records and fault however the bytes are cut', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 7 }), fc.nat(3), (text, pieceBytes, column) => {
        const limits = { columns: 6, cellBytes: 12, rowBytes: 24 };
        expect(readAll(text, { limits, pieceBytes, column })).toEqual(readAll(text, { limits, column }));
      }),
      { numRuns: drawnOf(800, 9_000) },
    );
  });

  const cell = fc
    .array(fc.constantFrom('a', 'é', '9', ',', '"', '\n', '\r\n', ' ', ';', '\t'), { maxLength: 6 })
    .map((chars) => chars.join(''));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

  it.each(['\n', '\r\n', '\r'] as const)('agrees with papaparse on files it writes with %j', (newline) => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        fc.nat(4),
        (data, delimiter, quotes, column) => {
          const text = Papa.unparse(data, { delimiter, newline, quotes });
          const read = Papa.parse<string[]>(text, { delimiter, newline });
          expect(readAll(text, { delimiter, column })).toEqual({ records: read.data, fault: undefined });
          expect(read.data).toEqual(data);
        },
      ),
      { numRuns: drawnOf(200, 2_000) },
    );
  });
});
