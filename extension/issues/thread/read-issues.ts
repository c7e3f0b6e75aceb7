import type { CheckSettings, CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { NumberLines } from '../../../shared/contacts/number-lines.ts';
import type { CheckSink } from '../../../shared/contacts/cells/check-sink.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { readThrough } from '../../checking/read-through.ts';
import { sniffColumns } from '../../checking/sniff-columns.ts';
import { nameColumnsOf, nameIn } from '../../files/person-name.ts';
import type { NameColumns } from '../../files/person-name.ts';
import { IssueLog } from './issue-log.ts';

export interface ReadIssues {
  readonly log: IssueLog;
  readonly lines: NumberLines;
  readonly summary: CheckSummary;
}

/** Every row of a file that is not accepted, and the line of each accepted number. */
export async function readIssues(
  file: Blob,
  settings: CheckSettings,
  progress: (bytes: number) => void,
): Promise<Result<ReadIssues, FileFault>> {
  const names = await nameColumns(file, settings);
  const log = new IssueLog();
  const lines = new NumberLines();
  const sink: CheckSink = {
    accepted(number, line) {
      // If duplicates are accepted, the line of a number does not matter.
      if (settings.callDuplicates !== true) lines.add(number, line);
    },
    issue: (issue, row) => log.add(issue, names === null ? '' : nameIn(names, row.cells())?.name),
  };
  const read = await readThrough(file, settings, sink, progress);
  return read.ok ? ok({ log, lines, summary: read.value }) : read;
}

/** Columns with the person's name. A column of numbers does not count, whatever its heading. */
async function nameColumns(file: Blob, settings: CheckSettings): Promise<NameColumns | null> {
  const found = await sniffColumns(file, settings);
  if (!found.ok) return null;
  const { headings, numberColumn, moreColumns } = found.value;
  return nameColumnsOf(headings, numberColumn === null ? moreColumns : [numberColumn, ...moreColumns]);
}
