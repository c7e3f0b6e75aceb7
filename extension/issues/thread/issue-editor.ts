import type { CheckSettings, CheckSink, FileShape } from '../../../shared/contacts/check-contacts.ts';
import { createReturnedRows } from '../../../shared/contacts/returned-rows.ts';
import type { ReturnedFault } from '../../../shared/contacts/returned-rows.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { readThrough } from '../../checking/read-through.ts';
import type { CorrectionStore } from '../../storage/corrections.ts';
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

/** Changes to the rows of one file. They are on disk when each call answers. */
export class IssueEditor {
  readonly #opened: Opened;
  #kept: Promise<unknown> = Promise.resolve();
  #edition = 0;

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** Reads what is stored, from an earlier session or from another window. */
  async resume(): Promise<IssueOverview> {
    const { book, shape, store } = this.#opened;
    for (;;) {
      const writing = this.#kept;
      await this.settled();
      const { edition, changes } = await store.read(shape);
      // It was changed meanwhile, so what was read is incomplete.
      if (writing !== this.#kept) continue;
      book.restore(changes);
      this.#edition = edition;
      return book.overview();
    }
  }

  /** Reads what another window has corrected since; null if nothing is new. */
  async catchUp(edition: number): Promise<IssueOverview | null> {
    await this.settled();
    return edition > this.#edition ? this.resume() : null;
  }

  /** Answers once these lines are stored as they are now; null if they cannot be, and then they are reset. */
  async keep(lines: readonly number[]): Promise<IssueOverview | null> {
    const { book, shape, store } = this.#opened;
    if (lines.length === 0) return book.overview();
    const changes = book.changesAt(lines);
    // In turn, because the later of two writes to one row must be the last.
    const before = this.settled();
    const writing = before.then(() => store.write(shape, changes));
    this.#kept = writing;
    const edition = await writing.catch(() => null);
    if (edition === null) {
      book.restore((await store.read(shape)).changes);
      return null;
    }
    // The edition grew by more than our own write: another window wrote meanwhile.
    if (edition > this.#edition + 1) return this.resume();
    this.#edition = edition;
    return book.overview();
  }

  /** Resolves once everything asked for so far is on disk. */
  async settled(): Promise<void> {
    await this.#kept.catch(() => {});
  }

  whole(line: number): Promise<WholeRow | null> {
    return readRow(this.#opened.file, this.#opened.shape, line);
  }

  /** Inserts the number cells of a file that came back, as one change that can be undone. */
  async merge(
    returned: Blob,
    lineHeadings: readonly string[],
  ): Promise<Result<{ summary: MergeSummary; overview: IssueOverview }, ReturnedFault> | null> {
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
    if (overview === null) return null;
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

  /** The matching rows that are still not accepted, in file order, for a spreadsheet. */
  async write(words: IssueCsvWords): Promise<Blob> {
    const { book, file, settings, shape } = this.#opened;
    const csv = createIssueCsv(book, shape.headings.length, shape.numberColumn, words);
    csv.heading(shape.headings);
    const seen = book.seen();
    let at = 0;
    const sink: CheckSink = {
      accepted() {},
      issue: (issue, row) => {
        if (seen[at++] === 1) csv.add(issue, row.cells());
      },
    };
    await readThrough(file, settings, sink, () => {});
    return csv.finish();
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
