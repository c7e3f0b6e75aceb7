import { cellEnd, cellText } from '../../csv/cell-ranges.ts';
import type { RecordBatch } from '../../csv/record-batch.ts';
import type { IssueCode } from '../issue.ts';
import { holdsRemarks, isNoteRow, mayBeNote } from './note-row.ts';
import { isLetter, isTotalRow, mayBeTotal } from './total-row.ts';

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

function firstLetter(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && !isLetter(bytes[at] ?? 0)) at++;
  return at;
}
