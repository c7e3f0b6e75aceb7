import { cellEnd, cellText } from '../../csv/cell-ranges.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import type { IssueCode } from '../issue.ts';
import { IndianStems, isLatin } from './indian-stems.ts';
import { LetterBits } from './letter-bits.ts';
import { INDIAN_STEMS } from './note-words.ts';
import { holdsRemarks, isNoteRow, mayBeNote, NOTE_BEGINNINGS } from './note-row.ts';
import { isLetter, isTotalRow, mayBeTotal, TOTAL_BEGINNINGS, TOTAL_ENDINGS, TOTAL_STEMS } from './total-row.ts';

/** A longer cell is no label; a note may be a sentence, of which only the beginning is read. */
const MAX_LABEL_BYTES = 400;

/**
 * Says which rows are about the list and not about a person: totals, and notes such as "For queries call". What such a
 * row is stands in its first cell with letters, whichever column that is; most rows are ruled out by a few bytes.
 */
export class RowLabels {
  readonly #headings: readonly string[] | null;
  /** Columns whose cells say things like a note about each person: "Remarks", "Source". */
  readonly #isRemark: readonly boolean[];

  /** `headings`: null for a list without. */
  constructor(headings: readonly string[] | null) {
    this.#headings = headings;
    this.#isRemark = (headings ?? []).map(holdsRemarks);
  }

  /** Why the row is nobody to call; null if it is somebody. */
  reason(batch: RecordBatch, index: number, numberColumn: number): IssueCode | null {
    return beginsWithName(batch, index, numberColumn) ? null : this.#judge(batch, index, numberColumn);
  }

  #judge(batch: RecordBatch, index: number, numberColumn: number): IssueCode | null {
    const { bytes, delimiter } = batch;
    const end = batch.ends[index] ?? 0;
    let at = batch.starts[index] ?? 0;
    for (let column = 0; at <= end; column++) {
      const start = at;
      at = cellEnd(bytes, at, end, delimiter);
      if (column !== numberColumn) {
        const letter = firstLetter(bytes, start, at);
        if (letter < at) {
          const isTotal = mayBeTotal(bytes, letter, at);
          const isNote = this.#isRemark[column] !== true && mayBeNote(bytes, letter, at);
          if (!isTotal && !isNote) return null;
          const label = cellText(bytes, start, at - start > MAX_LABEL_BYTES ? start + MAX_LABEL_BYTES : at);
          if (isTotal && isTotalRow(label, () => batch.cells(index), numberColumn)) return 'total_row';
          const place = {
            column,
            numberColumn,
            heading: this.#headings === null ? undefined : (this.#headings[column] ?? ''),
          };
          return isNote && isNoteRow(label, () => batch.cells(index), place) ? 'note_row' : null;
        }
      }
      at++;
    }
    return null;
  }
}

const BEGINNINGS = new LetterBits([...TOTAL_BEGINNINGS, ...NOTE_BEGINNINGS]);
const ENDINGS = new LetterBits(TOTAL_ENDINGS);
const STEMS = new IndianStems([TOTAL_STEMS, INDIAN_STEMS.source].flatMap((stems) => stems.split('|')));

/**
 * Whether the row's first cell is a name for certain: it begins and ends with letters that no label has, or holds only
 * Indian letters, and no stem of a label. So do nearly all rows of a list of names, and this is all that they cost.
 */
function beginsWithName(batch: RecordBatch, index: number, numberColumn: number): boolean {
  const { bytes, starts } = batch;
  const start = starts[index] ?? 0;
  const first = bytes[start] ?? 0;
  if (numberColumn === 0) return false;
  if (first === 0xe0) return !STEMS.mayBeIn(bytes, start, firstCellEnd(batch, index, numberColumn));
  if (!isLatin(first)) return false;
  const end = firstCellEnd(batch, index, numberColumn);
  if (end - start < 3 || !isLatin(bytes[end - 1] ?? 0) || ENDINGS.has(bytes, end - 3)) return false;
  return !BEGINNINGS.has(bytes, start) || !(mayBeNote(bytes, start, end) || mayBeTotal(bytes, start, end));
}

/** The number often follows in the next cell, and where that begins is known; else the end is looked for. */
function firstCellEnd(batch: RecordBatch, index: number, numberColumn: number): number {
  const { bytes, starts, ends, cellStarts, delimiter } = batch;
  const [start = 0, end = 0] = [starts[index], ends[index]];
  const known = numberColumn === 1 ? (cellStarts[index] ?? 0) - 1 : start;
  return known > start && bytes[known] === delimiter ? known : cellEnd(bytes, start, end, delimiter);
}

function firstLetter(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && !isLetter(bytes[at] ?? 0)) at++;
  return at;
}
