import type { CorrectionStore } from '../../../../extension/storage/corrections.ts';
import { IssueModel } from '../../../../extension/issues/thread/issue-model.ts';
import { IssueEditor } from '../../../../extension/issues/thread/issue-editor.ts';
import { readIssues } from '../../../../extension/issues/thread/read-issues.ts';
import type { CheckSettings } from '../../../../shared/contacts/check-contacts.ts';
import type { FileShape } from '../../../../shared/contacts/file-shape.ts';

/** A store that behaves like the database, kept in memory. */
export function correctionsInMemory(): CorrectionStore & { kept: Map<number, string> } {
  const kept = new Map<number, string>();
  let about = '';
  let edition = 0;
  const nameOf = ({ numberColumn, header }: { numberColumn: number; header: boolean }) => `${numberColumn} ${header}`;
  return {
    kept,
    read: async (column) => ({
      edition,
      changes: about === nameOf(column) ? [...kept].toSorted(([left], [right]) => left - right) : [],
    }),
    async write(column, changes) {
      if (about !== nameOf(column)) kept.clear();
      about = nameOf(column);
      for (const [line, value] of changes) {
        if (value === null) kept.delete(line);
        else kept.set(line, value);
      }
      return (edition += 1);
    },
  };
}

export interface Desk {
  readonly book: IssueModel;
  readonly desk: IssueEditor;
  readonly shape: FileShape;
}

/** The rows of a file that were left out, as the thread holds them. */
export async function openDesk(
  content: string | Blob,
  settings: Partial<CheckSettings> = {},
  store: CorrectionStore = correctionsInMemory(),
): Promise<Desk> {
  const file = typeof content === 'string' ? new Blob([content]) : content;
  const all: CheckSettings = { country: 'IN', ...settings };
  const read = await readIssues(file, all, () => {});
  if (!read.ok) throw new Error(`Not read: ${read.error.code}`);
  const { log, lines, summary } = read.value;
  const book = new IssueModel(log, lines, summary, all);
  const desk = new IssueEditor({ file, settings: all, shape: summary.shape, book, store });
  await desk.resume();
  book.suggestions.workOut(log.count);
  return { book, desk, shape: summary.shape };
}
