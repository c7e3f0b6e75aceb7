import { RecordLengths } from '../../csv/record-lengths.ts';
import { ISSUE_CODES } from '../issue.ts';
import type { IssueCode } from '../issue.ts';

const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const PLACES = new Map(ISSUE_CODES.map((code, place) => [code, place]));

/** The entries of one batch, by place in it. */
interface Entries {
  /** 0 if refused. */
  readonly numbers: Float64Array;
  /** Why, of a number that is 0. */
  readonly reasons: IssueCode[];
}

/**
 * The result of one reading for each entry, in order, and the lengths of the file's records. A second reading of the
 * same bytes and settings, to leave people out, then neither looks for the records nor judges a number again. Takes
 * eight bytes per entry, four more where some are duplicates, and two per record.
 */
export class RowVerdicts {
  readonly lengths = new RecordLengths();
  /** The number; or, of an entry that is refused, what the functions below make of why. */
  readonly #chunks: Float64Array[] = [];
  /** The earlier lines with the same numbers; none of a chunk without duplicates. */
  readonly #firstLines: (Uint32Array | undefined)[] = [];
  #count = 0;

  /** Appends the first `count` entries; `firstLines`: the earlier line with the same number, or 0. */
  add({ numbers, reasons }: Entries, firstLines: Uint32Array | undefined, count: number): void {
    for (let at = 0; at < count; at++) {
      const offset = this.#count & (CHUNK - 1);
      if (offset === 0) this.#chunks.push(new Float64Array(CHUNK));
      const number = numbers[at] ?? 0;
      const firstLine = firstLines?.[at] ?? 0;
      const chunk = this.#chunks[this.#count >> CHUNK_BITS];
      if (chunk !== undefined) chunk[offset] = number === 0 ? refusal(reasons[at] ?? 'blank') : number;
      if (firstLine > 0) this.#linesNow()[offset] = firstLine;
      this.#count++;
    }
  }

  /** Writes the `count` entries from `place` on into the arrays. */
  read(place: number, count: number, { numbers, reasons }: Entries, firstLines: Uint32Array): void {
    for (let at = 0; at < count; at++) {
      const chunk = (place + at) >> CHUNK_BITS;
      const offset = (place + at) & (CHUNK - 1);
      const kept = this.#chunks[chunk]?.[offset] ?? 0;
      numbers[at] = kept > 0 ? kept : 0;
      firstLines[at] = this.#firstLines[chunk]?.[offset] ?? 0;
      if (kept < 0) reasons[at] = reasonOf(kept);
    }
  }

  #linesNow(): Uint32Array {
    return (this.#firstLines[this.#count >> CHUNK_BITS] ??= new Uint32Array(CHUNK));
  }
}

/** Below zero, where no number is. */
function refusal(reason: IssueCode): number {
  return -(1 + (PLACES.get(reason) ?? 0));
}

function reasonOf(kept: number): IssueCode {
  return ISSUE_CODES[-kept - 1] ?? 'blank';
}
