import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordBatch } from '../../../shared/csv/record-batch.ts';
import { RecordLengths } from '../../../shared/csv/record-lengths.ts';
import { RecordReader } from '../../../shared/csv/record-reader.ts';
import { RecordReplay } from '../../../shared/csv/record-replay.ts';
import { cellOf } from '../../../shared/contacts/cells/other-cells.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';

const LIMITS = { columns: 100, cellBytes: 200_000, rowBytes: 300_000 };
const COLUMN = 1;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly wanted: string;
}

function pushAll(reader: RecordReader | RecordReplay, bytes: Uint8Array, pieceBytes: number): boolean {
  for (let from = 0; from < bytes.length; from += pieceBytes) reader.push(bytes.subarray(from, from + pieceBytes));
  return reader.finish() === undefined;
}

/** What the reader finds, and their lengths; null if it finds a fault. */
function read(bytes: Uint8Array, pieceBytes: number): { rows: Row[]; lengths: RecordLengths } | null {
  const rows: Row[] = [];
  const lengths = new RecordLengths();
  const reader = new RecordReader(0x2c, COLUMN, LIMITS, (batch) => {
    lengths.add(batch);
    collect(rows, batch, (index) => batch.cell(index));
    return true;
  });
  return pushAll(reader, bytes, pieceBytes) ? { rows, lengths } : null;
}

function replay(bytes: Uint8Array, lengths: RecordLengths, pieceBytes: number): Row[] {
  const rows: Row[] = [];
  const again = new RecordReplay(0x2c, lengths, (batch) => {
    collect(rows, batch, (index) => cellOf(batch, index, COLUMN));
    return true;
  });
  pushAll(again, bytes, pieceBytes);
  return rows;
}

function collect(rows: Row[], batch: RecordBatch, wanted: (index: number) => string): void {
  for (let index = 0; index < batch.count; index++) {
    rows.push({ line: batch.firstLine + index, cells: batch.cells(index), wanted: wanted(index) });
  }
}

describe('RecordReplay', () => {
  it('finds the records that the reader found, however the bytes are cut', () => {
    const part = fc.constantFrom(
      'a',
      '98765 43210',
      ',',
      ',',
      '"',
      '""',
      '"x"',
      '"x\ny"',
      '\n',
      '\r',
      '\r\n',
      'é',
      ' ',
    );
    const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    const cut = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(text, cut, cut, (content, first, second) => {
        const bytes = new TextEncoder().encode(content);
        const found = read(bytes, first);
        if (found !== null) expect(replay(bytes, found.lengths, second)).toEqual(found.rows);
      }),
      { numRuns: drawnOf(500, 6_000) },
    );
  });

  it.each([65_533, 65_534, 65_535, 65_536, 180_000])('holds around a record of %i bytes', (length) => {
    const lines = ['Name,Mobile', `${'x'.repeat(length - 11)},9876543210`, 'Asha,9876543211', '', 'Bina,9876543212'];
    const bytes = new TextEncoder().encode(lines.join('\r\n'));
    const found = read(bytes, 50_000);
    expect(found?.rows.map(({ wanted }) => wanted)).toEqual(['Mobile', '9876543210', '9876543211', '', '9876543212']);
    expect(replay(bytes, found?.lengths ?? new RecordLengths(), 70_000)).toEqual(found?.rows);
  });

  it('refuses other bytes than those that were read', () => {
    const encoder = new TextEncoder();
    const lengths = read(encoder.encode('a,b\nc,d\n'), 100)?.lengths ?? new RecordLengths();
    expect(() => replay(encoder.encode('a,bb\nc,d\n'), lengths, 100)).toThrow('not those that were read before');
    expect(() => replay(encoder.encode('a,b\nc,d\ne,f\n'), lengths, 100)).toThrow('not those that were read before');
    expect(() => replay(encoder.encode('a,b\n'), lengths, 100)).toThrow('not those that were read before');
    expect(() => replay(encoder.encode('a,b\nc,'), lengths, 100)).toThrow('not those that were read before');
  });
});
