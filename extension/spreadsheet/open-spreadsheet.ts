import { SPREADSHEET_SECONDS } from '../../shared/limits.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { LeaveOut, Sheet } from './read-workbook.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import type { SpreadsheetAnswer, SpreadsheetAsk } from './spreadsheet-messages.ts';
// oxlint-disable-next-line import/default -- Vite makes the module that "?worker" names.
import SpreadsheetThread from './spreadsheet-thread.ts?worker';

/** An open workbook. It keeps a thread and its memory until it is closed. */
export interface Spreadsheet {
  readonly sheets: readonly Sheet[];
  /** The first visible sheet that holds anything, which a person most likely means. */
  readonly usual: number;
  /** The sheet at that place of `sheets` as UTF-8 CSV; record N is the sheet's row N. */
  toCsv(sheet: number, leaveOut: LeaveOut): Promise<Result<Blob, SpreadsheetFault>>;
  close(): void;
}

/** Reads a workbook in a thread of its own, for at most `SPREADSHEET_SECONDS`. `signal` stops it. */
export async function openSpreadsheet(
  file: Blob,
  signal?: AbortSignal,
): Promise<Result<Spreadsheet, SpreadsheetFault>> {
  const thread = new SpreadsheetThread();
  const opened = await ask(thread, { ask: 'open', file }, signal);
  if (opened.answer === 'failed') return err(opened.fault);
  if (opened.answer !== 'opened' || !opened.sheets.ok) {
    thread.terminate();
    return opened.answer === 'opened' && !opened.sheets.ok ? opened.sheets : err({ code: 'corrupt' });
  }
  const sheets = opened.sheets.value;
  const usual = sheets.findIndex(({ rows, isHidden }) => rows > 0 && !isHidden);
  return ok({
    sheets,
    usual: usual === -1 ? sheets.findIndex(({ rows }) => rows > 0) : usual,
    async toCsv(sheet, leaveOut) {
      const converted = await ask(thread, { ask: 'csv', sheet, leaveOut });
      if (converted.answer === 'failed') return err(converted.fault);
      return converted.answer === 'csv' ? converted.csv : err({ code: 'corrupt' });
    },
    close: () => thread.terminate(),
  });
}

type Heard = SpreadsheetAnswer | { readonly answer: 'failed'; readonly fault: SpreadsheetFault };

function ask(thread: Worker, question: SpreadsheetAsk, signal?: AbortSignal): Promise<Heard> {
  return new Promise((resolve) => {
    const fail = (fault: SpreadsheetFault) => {
      clearTimeout(timer);
      thread.terminate();
      resolve({ answer: 'failed', fault });
    };
    signal?.addEventListener('abort', () => fail({ code: 'stopped' }), { once: true });
    const timer = setTimeout(
      () => fail({ code: 'took_too_long', limitSeconds: SPREADSHEET_SECONDS }),
      SPREADSHEET_SECONDS * 1_000,
    );
    const hear = (event: MessageEvent<SpreadsheetAnswer>) => {
      clearTimeout(timer);
      resolve(event.data);
    };
    thread.addEventListener('message', hear, { once: true });
    // Out of memory, or the library failed on the workbook: either way it cannot be read.
    const breakDown = (event: Event) => {
      event.preventDefault();
      fail({ code: 'corrupt' });
    };
    thread.addEventListener('error', breakDown, { once: true });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
    thread.postMessage(question);
  });
}
