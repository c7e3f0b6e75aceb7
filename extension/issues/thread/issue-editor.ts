import type { CheckSettings, FileShape } from '../../../shared/contacts/check-contacts.ts';
import { createFileCorrector } from '../../../shared/contacts/correct-file.ts';
import { createReturnedRows } from '../../../shared/contacts/returned-rows.ts';
import type { ReturnedFault } from '../../../shared/contacts/returned-rows.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { readThrough } from '../../checking/read-through.ts';
import type { CorrectionStore } from './correction-store.ts';
import type { IssueModel } from './issue-model.ts';
import type { IssueOverview } from './issue-overview.ts';
import { createIssueCsv } from './issue-csv.ts';
import type { IssueCsvWords } from './issue-csv.ts';
import type { MergeSummary, WholeRow } from '../issue-messages.ts';
import { readRow } from './read-row.ts';

interface Opened {
  readonly file: Blob;
  readonly settings: CheckSettings;
  readonly shape: FileShape;
  readonly book: IssueModel;
  readonly store: CorrectionStore;
}

/** What can be done with the rows of one file beyond looking at them. Changes are on disk when it answers. */
export class IssueEditor {
  readonly #opened: Opened;
  #kept: Promise<void> = Promise.resolve();

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** Takes up what was corrected before. */
  async resume(): Promise<IssueOverview> {
    const { book, shape, store } = this.#opened;
    book.restore(await store.read(shape));
    return book.overview();
  }

  async keep(lines: readonly number[]): Promise<IssueOverview> {
    const { book, shape, store } = this.#opened;
    // In turn: of two writes of one row the later one must be the last.
    const before = this.#kept.catch(() => {});
    this.#kept = before.then(() =>
      lines.length > 0 ? store.write(shape, lines, book.corrections.inOrder()) : undefined,
    );
    await this.#kept;
    return book.overview();
  }

  whole(line: number): Promise<WholeRow | null> {
    return readRow(this.#opened.file, this.#opened.shape, line);
  }

  /** Puts the number cells of a file that came back in place, in one change that can be undone. */
  async merge(
    returned: Blob,
    lineHeadings: readonly string[],
  ): Promise<Result<{ summary: MergeSummary; overview: IssueOverview }, ReturnedFault>> {
    const { book, shape, settings } = this.#opened;
    const { headings, numberColumn } = shape;
    const values = new Map<number, string>();
    let unknown = 0;
    const rows = createReturnedRows(
      { country: settings.country, headings, numberColumn, lineHeadings },
      (line, value) => {
        if (book.log.indexOf(line) === -1 || values.has(line)) unknown++;
        else values.set(line, value.trim());
      },
    );
    const read = await pushAll(returned, rows);
    if (!read.ok) return read;
    const changed = [...values].filter(([line, value]) => value !== '' && value !== book.valueNow(line).trim());
    const overview = await this.keep(book.change(changed));
    const mended = changed.filter(([line]) => book.corrections.verdictOf(line)?.is === 'accepted').length;
    return ok({
      summary: {
        rows: read.value.rows,
        mended,
        stillWrong: changed.length - mended,
        unchanged: values.size - changed.length,
        unknown: unknown + read.value.withoutLine,
      },
      overview,
    });
  }

  /** The rows still not accepted, for a spreadsheet. */
  async write(words: IssueCsvWords): Promise<Blob> {
    const { book, file, settings, shape } = this.#opened;
    const csv = createIssueCsv(book, shape.headings.length, shape.numberColumn, words);
    csv.heading(shape.headings);
    await readThrough(file, settings, { accepted() {}, issue: (issue, row) => csv.add(issue, row.cells()) }, () => {});
    return csv.finish();
  }

  /** The file with every correction in place; null when there is none. */
  async correctedFile(): Promise<Blob | null> {
    const { book, file, shape } = this.#opened;
    // Whoever asks for it goes on and ends the thread: what was just changed must be on disk first.
    await this.#kept;
    if (book.corrections.size === 0) return null;
    const corrector = createFileCorrector(shape, book.corrections.inOrder());
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(...corrector.push(value));
    }
    return new Blob([...pieces, ...corrector.finish()], { type: 'text/csv' });
  }
}

async function pushAll(
  file: Blob,
  rows: ReturnType<typeof createReturnedRows>,
): Promise<ReturnType<typeof rows.finish>> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return rows.finish();
    const pushed = rows.push(value);
    if (pushed.ok) continue;
    await reader.cancel();
    return pushed;
  }
}
