import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { assertNever } from '../../../shared/result.ts';
import { useApp } from '../../components/app-context.ts';
import { readContactFile } from '../../files/read-contact-file.ts';
import type { ContactFileFault } from '../../files/read-contact-file.ts';
import type { Spreadsheet } from '../../spreadsheet/open-spreadsheet.ts';
import type { LeaveOut, Sheet } from '../../spreadsheet/read-workbook.ts';
import { openSpreadsheet } from '../../spreadsheet/open-spreadsheet.ts';
import { spreadsheetSentence } from '../../spreadsheet/spreadsheet-sentence.ts';
import { fileLimits } from '../../state/draft/file-limits.ts';
import type { TakeInFault } from '../../state/import-actions.ts';
import { known } from '../../state/loadable.ts';
import type { KeptImport, WorkbookFacts } from '../../storage/kept-import.ts';
import { loadWords } from '../../words/load-words.ts';
import { words } from '../../words/words.ts';

/** A workbook with several sheets to choose from, or with a question about its only sheet. */
interface Choice {
  readonly name: string;
  readonly book: Spreadsheet;
}

/** Stores files in the browser, replacing the file of `replaces` if given, and goes on to the start step. */
export function useTakeIn(template: KeptImport['template'] | null, replaces: KeptImport | null) {
  const { actions, connection, go, readKept, stay } = useApp();
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const choice = useSignal<Choice | null>(null);
  /** Stops the reading of a workbook; null while none is read. */
  const reading = useSignal<AbortController | null>(null);
  const stopped = useRef(() => {});
  stopped.current = () => {
    reading.value?.abort();
    choice.value?.book.close();
    choice.value = null;
  };
  useEffect(() => () => stopped.current(), []);

  async function keep(
    content: Blob,
    name: string,
    sheet: string | null,
    workbook: WorkbookFacts | null,
  ): Promise<string | null> {
    if (template === null) return words.file.pickTemplateFirst;
    const { bytes } = fileLimits(known(connection.account.loadable.value));
    const taken = await actions.takeIn(content, name, template, bytes, sheet, workbook);
    if (!taken.ok) return takeInSentence(taken.error);
    // An import that is not in the list of kept ones would count as started, so the list is read first.
    await readKept();
    // On the way there it stops at the first step that needs a person.
    const review = { screen: 'step', id: taken.value, step: 'confirm' } as const;
    if (replaces === null) go(review);
    else {
      await actions.discard(replaces.id);
      stay(review); // Back must not lead to what is gone
    }
    return null;
  }
  async function keepSheet({ name, book }: Choice, at: number, leaveOut: LeaveOut): Promise<string | null> {
    const csv = await book.toCsv(at, leaveOut);
    book.close();
    choice.value = null;
    if (!csv.ok) return spreadsheetSentence(csv.error);
    const sheet = book.sheets[at];
    return keep(csv.value, name, sheet?.name ?? null, sheet === undefined ? null : factsOf(sheet, leaveOut));
  }
  async function takeWorkbook(file: File): Promise<string | null> {
    const stop = new AbortController();
    reading.value = stop;
    const opened = await openSpreadsheet(file, stop.signal);
    reading.value = null;
    if (!opened.ok) return opened.error.code === 'stopped' ? null : spreadsheetSentence(opened.error);
    const chosen = { name: file.name, book: opened.value };
    const [only, second] = opened.value.sheets.filter(({ rows }) => rows > 0);
    if (only !== undefined && second === undefined && !asksFirst(only))
      return keepSheet(chosen, opened.value.usual, NOTHING);
    choice.value = chosen;
    return null;
  }
  async function takeIn(file: File): Promise<string | null> {
    if (template === null) return words.file.pickTemplateFirst;
    await loadWords(); // words about faults of files are not loaded with the first paint
    const read = await readContactFile(file);
    if (!read.ok) return readSentence(read.error);
    return read.value.is === 'workbook' ? takeWorkbook(file) : keep(file, file.name, null, null);
  }
  async function work(doing: () => Promise<string | null>): Promise<void> {
    if (busy.value) {
      problem.value = words.file.stillAdding;
      return;
    }
    busy.value = true;
    problem.value = null;
    problem.value = (await doing()) ?? problem.value;
    busy.value = false;
  }

  return {
    busy,
    problem,
    choice,
    reading,
    /** Gives up the workbook while it is read, or while a sheet is to be chosen. */
    stop: () => stopped.current(),
    useSheet: (sheet: number, leaveOut: LeaveOut) => {
      const chosen = choice.value;
      if (chosen) void work(() => keepSheet(chosen, sheet, leaveOut));
    },
    takeAll: (all: FileList | readonly File[] | null | undefined): void => {
      const [file, second] = all ?? [];
      if (!file) problem.value = words.file.notAFile;
      else if (second) problem.value = words.file.severalFiles;
      else void work(() => takeIn(file));
    },
    /** Rows as a spreadsheet copies them: cells between tabs. */
    takeText: (text: string) =>
      void work(() => takeIn(new File([text], `${words.file.pastedName}.tsv`, { type: 'text/tab-separated-values' }))),
  };
}

const NOTHING: LeaveOut = { rows: false, columns: false };

/** Whether a person must decide about hidden rows or columns first. */
function asksFirst({ isHidden, hiddenRows, hiddenColumns }: Sheet): boolean {
  return isHidden || hiddenRows.length > 0 || hiddenColumns.length > 0;
}

function factsOf({ hiddenRows, hiddenColumns, notComputed }: Sheet, leftOut: LeaveOut): WorkbookFacts | null {
  if (hiddenRows.length === 0 && hiddenColumns.length === 0 && notComputed === 0) return null;
  return { hiddenRows: hiddenRows.length, hiddenColumns, leftOut, notComputed };
}

function readSentence(fault: ContactFileFault): string {
  return fault.code === 'not_text' ? words.file.notText(fault.kind) : words.check.unreadable;
}

function takeInSentence(fault: TakeInFault): string {
  switch (fault.code) {
    case 'empty':
      return words.file.empty;
    case 'too_large':
      return words.file.tooLarge(fault.bytes, fault.limitBytes);
    case 'not_kept':
      return words.file.notKept[fault.reason](fault.error);
    default:
      return assertNever(fault);
  }
}
