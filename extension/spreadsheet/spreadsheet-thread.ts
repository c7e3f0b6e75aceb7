import { MAX_FILE_BYTES } from '../../shared/limits.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { readWorkbook } from './read-workbook.ts';
import type { LeaveOut, Sheet, Workbook } from './read-workbook.ts';
import { csvWithin } from './sheet-csv.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import type { SpreadsheetAnswer, SpreadsheetAsk } from './spreadsheet-messages.ts';

/**
 * The thread that reads spreadsheets. It may take minutes and hundreds of megabytes, and the page can end it at any
 * time.
 */

let workbook: Workbook | null = null;

async function open(file: Blob): Promise<Result<readonly Sheet[], SpreadsheetFault>> {
  if (file.size > MAX_FILE_BYTES) return err({ code: 'too_large', limitBytes: MAX_FILE_BYTES });
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return err({ code: 'unreadable' });
  }
  const read = await readWorkbook(new Uint8Array(bytes));
  if (!read.ok) return read;
  workbook = read.value;
  return ok(workbook.sheets);
}

function toCsv(sheet: number, leaveOut: LeaveOut): Result<Blob, SpreadsheetFault> {
  const cells = workbook?.cells(sheet, leaveOut) ?? err({ code: 'unreadable' } as const);
  if (!cells.ok) return cells;
  const pieces = csvWithin(cells.value, MAX_FILE_BYTES);
  const csv = pieces === null ? null : new Blob(pieces, { type: 'text/csv' });
  return csv === null || csv.size > MAX_FILE_BYTES ? err({ code: 'too_large', limitBytes: MAX_FILE_BYTES }) : ok(csv);
}

async function answer(ask: SpreadsheetAsk): Promise<SpreadsheetAnswer> {
  return ask.ask === 'open'
    ? { answer: 'opened', sheets: await open(ask.file) }
    : { answer: 'csv', csv: toCsv(ask.sheet, ask.leaveOut) };
}

self.addEventListener('message', (event: MessageEvent<SpreadsheetAsk>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
  void answer(event.data).then((message) => self.postMessage(message));
});
