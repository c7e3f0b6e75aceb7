import { decodeText } from './decode-text.ts';
import type { Encoding } from './encoding.ts';
import { holdsDigits } from '../phone/holds-digits.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;
const NO_DELIMITER = -1;
const NATIONAL_DIGITS = 10;
/** How much of a cell is searched for digits in other scripts. */
const HELD_UNITS = 2_048;

/** How a file is stored. Without a shape its cells are unknown, and a line counts as one cell. */
export interface FileLayout {
  readonly encoding: Encoding;
  readonly delimiter: string | null;
  /** Lines are quoted as a whole, so no quote contains a newline. */
  readonly linesInQuotes: boolean;
}

/** Bytes `[from, to)` of the file. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds a person in the stored bytes of a file: complete records of theirs, and other cells that contain their number.
 */
export interface PersonRanges {
  push(bytes: Uint8Array): void;
  finish(): readonly ByteRange[];
}

/**
 * Records are counted from 1, like `RecordReader` does; a property test checks that. `digits` is the E.164 number,
 * `records` are those that belong to the person as a whole.
 */
export function createPersonRanges(layout: FileLayout, digits: string, records: ReadonlySet<number>): PersonRanges {
  const { encoding, linesInQuotes } = layout;
  const unitBytes = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  const high = encoding === 'utf-16le' ? 1 : 0;
  const delimiter = layout.delimiter?.charCodeAt(0) ?? NO_DELIMITER;
  const hasQuotes = delimiter !== NO_DELIMITER && !linesInQuotes;
  const national = digits.slice(-NATIONAL_DIGITS);
  const wanted = Number(national);
  const span = 10 ** national.length;
  const held = new Uint16Array(HELD_UNITS);
  const found: ByteRange[] = [];
  let inRecord: ByteRange[] = [];
  let at = 0;
  let record = 1;
  let recordFrom = 0;
  let cellFrom = 0;
  let units = 0;
  let tail = 0;
  let seen = 0;
  let isSaid = false;
  let isForeign = false;
  let inQuotes = false;
  let afterQuote = false;
  let skipLf = false;
  let half: number | null = null;
  const mark = unitBytes === 2 ? [0xfeff] : [0xef, 0xbb, 0xbf];
  let isMark = true;

  function beginCell(from: number): void {
    cellFrom = from;
    units = 0;
    tail = 0;
    seen = 0;
    isSaid = false;
    isForeign = false;
  }

  function endCell(to: number): void {
    if (isSaid || (isForeign && holdsDigits(heldText(), digits))) inRecord.push({ from: cellFrom, to });
  }

  function heldText(): string {
    const some = held.subarray(0, Math.min(units, HELD_UNITS));
    return unitBytes === 2 ? String.fromCharCode(...some) : decodeText(Uint8Array.from(some), 0, some.length);
  }

  function endRecord(to: number): void {
    endCell(to);
    if (records.has(record)) found.push({ from: recordFrom, to });
    else found.push(...inRecord);
    inRecord = [];
    record += 1;
    recordFrom = to + unitBytes;
    beginCell(recordFrom);
  }

  function read(unit: number): void {
    if (units < HELD_UNITS) held[units] = unit;
    units += 1;
    if (unit > 0x7f) isForeign = true;
    if (unit < 0x30 || unit > 0x39) return;
    tail = (tail * 10 + unit - 0x30) % span;
    seen += 1;
    if (seen >= national.length && tail === wanted) isSaid = true;
  }

  function take(unit: number): void {
    const here = at;
    at += unitBytes;
    if (isMark && unit === mark[here / unitBytes]) {
      recordFrom = at;
      beginCell(at);
      return;
    }
    isMark = false;
    if (skipLf) {
      skipLf = false;
      if (unit === LF) {
        recordFrom = at;
        beginCell(at);
        return;
      }
    }
    if (inQuotes) {
      if (unit === QUOTE) {
        inQuotes = false;
        afterQuote = true;
      } else read(unit);
      return;
    }
    const isDoubled = afterQuote && unit === QUOTE;
    afterQuote = false;
    if (isDoubled || (hasQuotes && unit === QUOTE && here === cellFrom)) {
      inQuotes = true;
      return;
    }
    if (unit === LF || unit === CR) {
      endRecord(here);
      skipLf = unit === CR;
    } else if (unit === delimiter) {
      endCell(here);
      beginCell(at);
    } else read(unit);
  }

  return {
    push(bytes) {
      if (unitBytes === 1) {
        for (const unit of bytes) take(unit);
        return;
      }
      for (const byte of bytes) {
        if (half === null) half = byte;
        else {
          take(high === 1 ? half | (byte << 8) : (half << 8) | byte);
          half = null;
        }
      }
    },
    finish() {
      if (at > recordFrom) endRecord(at);
      return found;
    },
  };
}

/** The bytes next to a piece on both sides, if there are any. */
interface Neighbours {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/**
 * A copy of the piece of the file at `offset`, with all text in the ranges blanked. Delimiters, quotes and line ends
 * stay, so that every other record is read as before. Null if no range touches it.
 */
export function blankRanges(
  piece: Uint8Array,
  offset: number,
  ranges: readonly ByteRange[],
  { encoding, delimiter }: FileLayout,
  { before, after }: Neighbours,
): Uint8Array | null {
  const end = offset + piece.length;
  const inside = ranges.filter(({ from, to }) => from < end && to > offset);
  if (inside.length === 0) return null;
  const keeps = new Set([LF, CR, QUOTE, delimiter?.charCodeAt(0) ?? NO_DELIMITER]);
  const byteAt = (at: number): number => (at < offset ? before : at < end ? piece[at - offset] : after) ?? 0;
  const blank = piece.slice();
  for (const { from, to } of inside) {
    for (let at = Math.max(from, offset); at < Math.min(to, end); at += 1) {
      if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
        if (!keeps.has(byteAt(at))) blank[at - offset] = SPACE;
        continue;
      }
      const isFirst = at % 2 === 0;
      const [first, second] = isFirst ? [byteAt(at), byteAt(at + 1)] : [byteAt(at - 1), byteAt(at)];
      const unit = encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
      const isLow = isFirst === (encoding === 'utf-16le');
      if (!keeps.has(unit)) blank[at - offset] = isLow ? SPACE : 0;
    }
  }
  return blank;
}
