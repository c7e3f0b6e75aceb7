import { BATCH_RECORDS, NO_CELL } from '../csv/record-batch.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { MAX_ISSUE_VALUE_CHARS } from '../limits.ts';
import { MAX_MORE_COLUMNS } from '../list-limits.ts';
import { binOf, noRows } from './bins.ts';
import type { RowCounts } from './bins.ts';
import { CellJudge, MAX_NUMBER_BYTES } from './cell-judge.ts';
import { DoNotCallReader } from './cells/do-not-call-reader.ts';
import type { CheckSink, RowCells } from './cells/check-sink.ts';
import { cellOf, isEmpty } from './cells/other-cells.ts';
import type { FileShape } from './file-shape.ts';
import type { IssueCode, RowIssue } from './issue.ts';
import { ERASED_NUMBER, type LeftOut } from '../people/left-out.ts';
import { NumberSet } from './number-set.ts';
import { RowLabels } from './cells/row-label.ts';
import { StatusReader } from './cells/status-reader.ts';
import { TableWatch } from './other-table.ts';

type Columns = Pick<
  FileShape,
  | 'header'
  | 'headings'
  | 'numberColumn'
  | 'callingCodeColumn'
  | 'moreColumns'
  | 'moreCodeColumns'
  | 'numbers'
  | 'requiredColumns'
  | 'statusColumn'
  | 'doNotCall'
  | 'leavesOutNotes'
>;

/** Every row may become as many entries as there are number columns. */
const MAX_ENTRIES = BATCH_RECORDS + MAX_MORE_COLUMNS;

/** Puts every row into exactly one bin and tells the sink. If all numbers of a row count, each counts as a row. */
export class RowCheck {
  readonly rows: RowCounts = noRows();
  readonly tables: TableWatch;
  readonly issues: Partial<Record<IssueCode, number>> = {};
  readonly doNotCall: DoNotCallReader;
  readonly #callDuplicates: boolean;
  readonly #columns: Columns;
  readonly #sink: CheckSink;
  readonly #leftOut: LeftOut;
  readonly #judge: CellJudge;
  readonly #statuses: StatusReader;
  /** Null if rows about the list are called like the others. */
  readonly #labels: RowLabels | null;
  readonly #seen = new NumberSet();
  /** For each entry of the batch: the number, or zero and the reason; its record; its column. */
  readonly #numbers = new Float64Array(MAX_ENTRIES);
  readonly #reasons = Array.from({ length: MAX_ENTRIES }, (): IssueCode => 'blank');
  readonly #lines = new Uint32Array(MAX_ENTRIES);
  readonly #entryColumns = new Int32Array(MAX_ENTRIES);
  readonly #lacks = new Uint8Array(MAX_ENTRIES);
  readonly #knownLines = new Uint32Array(MAX_ENTRIES);
  #count = 0;
  /** How many entries have their bin. */
  #settled = 0;

  constructor(country: string, callDuplicates: boolean, columns: Columns, sink: CheckSink, leftOut: LeftOut = {}) {
    this.#leftOut = leftOut;
    this.tables = new TableWatch(columns.header ? columns.headings : [], columns.numberColumn);
    this.#callDuplicates = callDuplicates;
    this.#columns = columns;
    this.#sink = sink;
    this.#judge = new CellJudge(country);
    this.#statuses = new StatusReader(columns);
    this.#labels = columns.leavesOutNotes === true ? new RowLabels(columns.header ? columns.headings : null) : null;
    this.doNotCall = new DoNotCallReader(columns, leftOut.asked ?? []);
  }

  /** Judges the records `[from, to)` of a batch, in order. */
  check(batch: RecordBatch, from: number, to: number): void {
    const { callingCodeColumn, moreColumns, numbers, numberColumn, requiredColumns } = this.#columns;
    if (callingCodeColumn !== null || requiredColumns.length > 0 || (numbers !== 'first' && moreColumns.length > 0)) {
      this.#checkWide(batch, from, to);
      return;
    }
    const judge = this.#judge;
    const { bytes, cellStarts, cellEnds, firstLine } = batch;
    const isKnown = this.#leftOut.known !== undefined;
    for (let index = from; index < to; index++) {
      const at = index - from;
      this.#lines[at] = firstLine + index;
      if (isKnown) continue;
      const number = judge.read(bytes, cellStarts[index] ?? NO_CELL, cellEnds[index] ?? 0);
      // Before numbers are compared, so that a person is never the duplicate of a note.
      const reason = number === 0 ? judge.reason : (this.#labels?.reason(batch, index, numberColumn) ?? null);
      this.#numbers[at] = reason === null ? number : 0;
      if (reason !== null) this.#reasons[at] = reason;
    }
    this.#entryColumns.fill(numberColumn, 0, to - from);
    this.#count = to - from;
    this.#settle(batch);
  }

  /** Puts a row above the headings into its bin, so that it does not disappear from the counts. */
  refuseAbove(batch: RecordBatch, index: number): void {
    this.#add(batch, index, 0, 'above_headings', this.#columns.numberColumn);
    this.#settle(batch);
  }

  #checkWide(batch: RecordBatch, from: number, to: number): void {
    const { moreColumns } = this.#columns;
    for (let index = from; index < to; index++) {
      this.#readRow(batch, index);
      if (this.#count + 1 + moreColumns.length > BATCH_RECORDS) this.#settle(batch);
    }
    this.#settle(batch);
  }

  #readRow(batch: RecordBatch, index: number): void {
    const { numberColumn, moreColumns, numbers, callingCodeColumn, moreCodeColumns } = this.#columns;
    const ranges = batch.ranges(index);
    const first = this.#read(batch.bytes, ranges, numberColumn, callingCodeColumn);
    const firstReason = this.#judge.reason;
    let refused = { reason: firstReason, column: numberColumn };
    const lacks = this.#columns.requiredColumns.some((column) => isEmpty(batch.bytes, ranges, column));
    if (lacks) {
      if (first > 0 && this.doNotCall.isMarked(batch, index)) this.doNotCall.note(first, true);
      this.#lacks[this.#count] = 1;
      const reason = first === 0 && firstReason === 'blank' ? 'blank' : 'value_missing';
      this.#add(batch, index, 0, reason, numberColumn);
      return;
    }
    let isFound = first > 0;
    let added = first > 0 || (numbers === 'all' && firstReason !== 'blank');
    if (added) this.#add(batch, index, first, firstReason, numberColumn);
    for (const [at, column] of numbers === 'first' ? [] : moreColumns.entries()) {
      if (isFound && numbers !== 'all') break;
      const code = moreCodeColumns === undefined ? callingCodeColumn : (moreCodeColumns[at] ?? null);
      const number = this.#read(batch.bytes, ranges, column, code);
      const { reason } = this.#judge;
      if (number > 0 || (numbers === 'all' && reason !== 'blank')) {
        this.#add(batch, index, number, reason, column);
        added = true;
        isFound ||= number > 0;
      } else if (refused.reason === 'blank' && reason !== 'blank') refused = { reason, column };
    }
    if (!added) this.#add(batch, index, 0, refused.reason, refused.column);
  }

  #read(bytes: Uint8Array, ranges: readonly number[], column: number, codeColumn: number | null): number {
    const [start = NO_CELL, end = 0] = [ranges[column * 2], ranges[column * 2 + 1]];
    if (codeColumn === null) return this.#judge.read(bytes, start, end);
    const code = codeColumn * 2;
    return this.#judge.readWithCode(bytes, start, end, ranges[code] ?? NO_CELL, ranges[code + 1] ?? 0);
  }

  #add(batch: RecordBatch, index: number, number: number, reason: IssueCode, column: number): void {
    const at = this.#count++;
    const label = number === 0 ? null : (this.#labels?.reason(batch, index, column) ?? null);
    this.#numbers[at] = label === null ? number : 0;
    this.#reasons[at] = label ?? reason;
    this.#lines[at] = batch.firstLine + index;
    this.#entryColumns[at] = column;
  }

  #settle(batch: RecordBatch): void {
    const count = this.#count;
    this.#count = 0;
    const lacks = this.#columns.requiredColumns.length > 0 ? this.#lacks.slice(0, count) : undefined;
    if (lacks !== undefined) this.#lacks.fill(0);
    const numbers = this.#numbers;
    const firstLines = this.#firstLines(count);
    this.#leftOut.verdicts?.add({ numbers, reasons: this.#reasons }, firstLines, count);
    this.#settled += count;
    const { screen, erased } = this.#leftOut;
    const marks = this.doNotCall.isIdle ? null : this.doNotCall;
    const { rows } = this;
    const lines = this.#lines;
    const sink = this.#sink;
    let at = 0;
    const indexNow = (): number => (lines[at] ?? 0) - batch.firstLine;
    const columns = this.#entryColumns;
    const row: RowCells = {
      cells: () => batch.cells(indexNow()),
      ranges: (most) => batch.ranges(indexNow(), most),
      bytes: batch.bytes,
      get column() {
        return columns[at] ?? 0;
      },
      status: () => this.#statuses.mark(batch, indexNow()),
    };
    for (; at < count; at++) {
      const number = numbers[at] ?? 0;
      const firstLine = firstLines?.[at] ?? 0;
      if (number === 0) {
        if (erased !== undefined && this.#passErased(at, row)) continue;
        const code = this.#reasons[at] ?? 'blank';
        const isBeside = code === 'note_row' || lacks?.[at] === 1 || marks?.isMarked(batch, indexNow()) === true;
        this.#refuse(batch, at, row, { code, ...(isBeside && { lacks: true }) });
        continue;
      }
      // Without the lines of numbers seen, any row above may have had this one.
      if (marks?.leavesOut(batch, indexNow(), number, this.#callDuplicates || firstLine > 0) === true) {
        this.#refuse(batch, at, row, { code: 'do_not_call', lacks: true });
        continue;
      }
      const skip = firstLine > 0 ? { code: 'duplicate' as const, firstLine } : (screen?.(number) ?? null);
      if (skip !== null) this.#refuse(batch, at, row, skip);
      else {
        rows.accepted++;
        sink.accepted(number, lines[at] ?? 0, row);
      }
    }
    this.rows.total += count;
  }

  /** Of each entry, the earlier line with the same number; an earlier reading has found the numbers, too. */
  #firstLines(count: number): Uint32Array | undefined {
    const { known } = this.#leftOut;
    if (known !== undefined) {
      const firstLines = this.#knownLines;
      known.read(this.#settled, count, { numbers: this.#numbers, reasons: this.#reasons }, firstLines);
      return firstLines;
    }
    return this.#callDuplicates ? undefined : this.#seen.addAll(this.#numbers, count, this.#lines);
  }

  /** An erased person's row keeps its places, so that the rows below keep theirs. */
  #passErased(at: number, row: RowCells): boolean {
    const line = this.#lines[at] ?? 0;
    const contacts = this.#leftOut.erased?.get(line) ?? 0;
    for (let each = 0; each < contacts; each++) {
      this.rows.accepted++;
      this.#sink.accepted(ERASED_NUMBER, line, row);
    }
    return contacts > 0;
  }

  #refuse(batch: RecordBatch, at: number, row: RowCells, why: Omit<RowIssue, 'line' | 'value' | 'column'>): void {
    const { code } = why;
    this.rows[binOf(code)]++;
    this.issues[code] = (this.issues[code] ?? 0) + 1;
    const line = this.#lines[at] ?? 0;
    const column = this.#entryColumns[at] ?? 0;
    const isMore = column !== this.#columns.numberColumn;
    const isFound = !isMore && this.#leftOut.known === undefined;
    const text = isFound
      ? batch.cell(line - batch.firstLine, MAX_NUMBER_BYTES)
      : cellOf(batch, line - batch.firstLine, column);
    const value = text.slice(0, MAX_ISSUE_VALUE_CHARS).toWellFormed();
    this.tables.see(line, code, () => row.cells(), this.rows.accepted);
    this.#sink.issue({ line, value, ...why, ...(isMore && { column }) }, row);
  }
}
