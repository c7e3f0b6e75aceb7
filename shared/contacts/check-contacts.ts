import { isSupportedCountry } from 'libphonenumber-js/max';
import { RecordReader, type OnRecords } from '../csv/record-reader.ts';
import { RecordReplay } from '../csv/record-replay.ts';
import type { Transcoder } from '../csv/transcoder.ts';
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_FILE_BYTES, MAX_FILE_ROWS, MAX_ROW_BYTES, SNIFF_BYTES } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { screenOf } from '../people/screen-file.ts';
import type { ScreenHits } from '../people/screen-answer.ts';
import type { FileFault } from './file-fault.ts';
import type { ColumnChoice, FileShape } from './file-shape.ts';
import type { IssueCode } from './issue.ts';
import { RowCheck } from './row-check.ts';
import type { CheckSink } from './cells/check-sink.ts';
import type { LeftOutByColumn } from './cells/do-not-call-reader.ts';
import type { LeftOut } from '../people/left-out.ts';
import type { RowCounts } from './bins.ts';
import type { OtherTable } from './other-table.ts';
import { sniffHead } from './sniff-head.ts';
import { VariableCheck } from './variable-check.ts';
import type { CheckedVariable } from './variable-check.ts';
import { PartCount } from '../template/part-count.ts';
import { bindText } from '../template/text-variables.ts';

export type { CheckSink, ColumnChoice, FileShape };

interface CheckLimits {
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellBytes: number;
  readonly rowBytes: number;
  readonly sniffBytes: number;
}

const DEFAULT_LIMITS: CheckLimits = {
  fileBytes: MAX_FILE_BYTES,
  rows: MAX_FILE_ROWS,
  columns: MAX_COLUMNS,
  cellBytes: MAX_CELL_BYTES,
  rowBytes: MAX_ROW_BYTES,
  sniffBytes: SNIFF_BYTES,
};

/** `screen`: which valid numbers must not be called. */
export interface CheckSettings extends LeftOut {
  /** The people room's answer itself, for settings that are sent from thread to thread. */
  readonly hits?: ScreenHits | undefined;
  /** ISO 3166, two letters: the country that numbers without a country code belong to. */
  readonly country: string;
  readonly columns?: ColumnChoice;
  /** Pieces from all over the file (`samplePlaces`), so that its columns are not judged by the beginning alone. */
  readonly sample?: readonly Uint8Array[] | undefined;
  /** Duplicates are accepted too. */
  readonly callDuplicates?: boolean;
  /** The text that is said or sent; each of its variables must have a column. */
  readonly text?: string | null;
  /** The text is a message, so its parts are counted. */
  readonly isMessage?: boolean;
  readonly limits?: Partial<CheckLimits>;
}

export interface CheckSummary {
  /** `total` is the sum of the others. */
  readonly rows: Readonly<RowCounts>;
  readonly issues: Partial<Record<IssueCode, number>>;
  readonly shape: FileShape;
  /** Lines that look like the headings of another table further down, whose rows were read as this table's. */
  readonly otherTables: readonly OtherTable[];
  readonly bytes: number;
  /** The text's variables, and how many accepted rows have no value for each. */
  readonly variables: readonly CheckedVariable[];
  /** The length of the longest accepted row as a list would hold it. */
  readonly longestRowBytes: number;
  /** How many rows each column leaves out that says who must not be called. */
  readonly leftOutByColumn: readonly LeftOutByColumn[];
  /** Numbers that a row says not to call, ascending, */
  readonly notToCall: readonly number[];
  /** and those of them that were accepted above that row, which a second reading (`asked`) leaves out. */
  readonly calledBefore: readonly number[];
  /** Parts of all messages, with everybody's own values; null if none are sent. */
  readonly parts: number | null;
}

export interface ContactCheck {
  /** Takes the next bytes of the file, cut anywhere. After a fault, every call answers the same fault. */
  push(bytes: Uint8Array): Result<void, FileFault>;
  finish(): Result<CheckSummary, FileFault>;
}

/**
 * Reads a contact file as it arrives and judges every row once. Pure: the same bytes and settings give the same calls
 * to the sink and the same summary, in the browser and in the Worker. Memory: the file's beginning, one record, and
 * twelve bytes per slot for the numbers seen. The sink may get rows before a fault is found.
 */
export function createContactCheck(settings: CheckSettings, sink: CheckSink): ContactCheck {
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  const head = new Uint8Array(limits.sniffBytes);
  let headBytes = 0;
  let total = 0;
  let transcoder: Transcoder | undefined;
  let running: { reader: RecordReader | RecordReplay; check: RowCheck; shape: FileShape } | undefined;
  let values: VariableCheck | undefined;
  let count: PartCount | undefined;
  let fault: FileFault | undefined;
  if (!isSupportedCountry(settings.country)) fault = { code: 'unknown_country', country: settings.country };

  function start(complete: boolean): void {
    const sniffed = sniffHead(head.subarray(0, headBytes), complete, settings, limits);
    if (!sniffed.ok) {
      fault = sniffed.error;
      return;
    }
    const { shape, firstRow, misplaced, text } = sniffed.value;
    transcoder = sniffed.value.transcoder;
    const bound = bindText(settings.text ?? '', shape.headings, settings.columns);
    if (!bound.ok) {
      fault = bound.error;
      return;
    }
    if (settings.isMessage === true) count = new PartCount(bound.value, sink);
    const counted = count ?? sink;
    values = new VariableCheck(bound.value.variables, counted);
    const hears = bound.value.variables.length === 0 ? counted : values;
    const check = new RowCheck(settings.country, settings.callDuplicates === true, shape, hears, {
      erased: settings.erased,
      asked: settings.asked,
      verdicts: settings.verdicts,
      known: settings.known,
      screen: settings.screen ?? (settings.hits === undefined ? undefined : screenOf(settings.hits)),
    });
    const onRecords: OnRecords = (batch) => {
      settings.verdicts?.lengths.add(batch);
      for (const line of misplaced) {
        const index = line - batch.firstLine;
        if (index >= 0 && index < batch.count) check.refuseAbove(batch, index);
      }
      const from = Math.max(0, firstRow - batch.firstLine);
      const to = Math.min(batch.count, from + limits.rows - check.rows.total);
      if (from < to) check.check(batch, from, to);
      if (from >= batch.count || to === batch.count) return true;
      fault = { code: 'too_many_rows', limit: limits.rows };
      return false;
    };
    const delimiter = shape.delimiter.charCodeAt(0);
    const reader =
      settings.known === undefined
        ? new RecordReader(delimiter, shape.numberColumn, limits, onRecords)
        : new RecordReplay(delimiter, settings.known.lengths, onRecords);
    running = { reader, check, shape };
    fault = reader.push(text) ?? fault;
  }

  function take(bytes: Uint8Array): void {
    let rest = bytes;
    if (running === undefined) {
      const room = head.length - headBytes;
      head.set(rest.subarray(0, room), headBytes);
      headBytes += Math.min(room, rest.length);
      // Only if more bytes follow: a file that ends here is judged as complete.
      if (rest.length <= room) return;
      rest = rest.subarray(room);
      start(false);
    }
    if (fault !== undefined || running === undefined) return;
    fault = running.reader.push(transcoder?.push(rest) ?? rest) ?? fault;
  }

  return {
    push(bytes) {
      if (fault !== undefined) return err(fault);
      const allowed = limits.fileBytes - total;
      total += bytes.length;
      take(bytes.subarray(0, allowed));
      if (bytes.length > allowed) fault ??= { code: 'file_too_large', limitBytes: limits.fileBytes };
      return fault === undefined ? ok(undefined) : err(fault);
    },
    finish() {
      if (fault === undefined && running === undefined) start(true);
      if (fault === undefined && running !== undefined) {
        if (transcoder !== undefined) fault = running.reader.push(transcoder.finish()) ?? fault;
        fault = running.reader.finish() ?? fault;
      }
      if (fault !== undefined) return err(fault);
      if (running === undefined) return err({ code: 'empty_file' });
      const { check, shape } = running;
      if (check.rows.total === 0) return err({ code: 'no_rows', headings: shape.headings });
      const { variables = [], longestRowBytes = 0 } = values ?? {};
      return ok({
        rows: { ...check.rows },
        issues: { ...check.issues },
        shape: check.tables.callsOthers(check.rows.accepted) ? withDoubt(shape) : shape,
        otherTables: check.tables.found,
        bytes: total,
        variables,
        longestRowBytes,
        leftOutByColumn: check.doNotCall.leftOut,
        notToCall: [...check.doNotCall.numbers].toSorted((left, right) => left - right),
        calledBefore: [...check.doNotCall.calledBefore],
        parts: count?.parts ?? null,
      });
    },
  };
}

/** Rows of another table would be called, so the choice counts as a guess, unless a person chose the column. */
function withDoubt(shape: FileShape): FileShape {
  const { verdict } = shape;
  const isSure = verdict.doubt === null && verdict.why !== 'told';
  return isSure ? { ...shape, verdict: { ...verdict, doubt: 'other_table', other: null } } : shape;
}
