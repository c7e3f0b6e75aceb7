import { createContactCheck, type CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { readParts } from '../record/stored-file.ts';
import { storedIssues, toView } from './issues-page.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { RowCells } from '../../../shared/contacts/cells/check-sink.ts';
import type { Cell, SheetTable } from '../../spreadsheet/sheet-xml.ts';
import type { CheckResult } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';

const ISSUE_HEADINGS = ['Line', 'Value', 'Code', 'What is wrong', 'What to do'];

/** Every row that was not accepted: the reason first, then the row's own columns, so that one sees whose row it is. */
export function issuesTable(
  store: ImportStore,
  check: CheckResult,
  settings: CheckSettings,
  channel: Channel,
): SheetTable {
  const headings = [...ISSUE_HEADINGS, ...check.shape.headings];
  return { name: 'Rows left out', headings, rows: tableRows(store, check, settings, channel) };
}

async function* tableRows(
  store: ImportStore,
  check: CheckResult,
  settings: CheckSettings,
  channel: Channel,
): SheetTable['rows'] {
  for await (const some of issuesWithCells(store, check, settings)) {
    yield some.map(({ issue, cells }) => {
      const { line, value, code, message, fix } = toView(issue, channel);
      const why: Cell[] = [line, value, code, message, fix];
      return why.concat(cells);
    });
  }
}

interface IssueWithCells {
  readonly issue: RowIssue;
  readonly cells: readonly string[];
}

/** The stored reasons tell which rows these are; the file is read again beside them for the cells. */
async function* issuesWithCells(
  store: ImportStore,
  { generation }: CheckResult,
  settings: CheckSettings,
): AsyncIterable<readonly IssueWithCells[]> {
  const issues = oneByOne(storedIssues(store, generation));
  let next = issues.next();
  let found: IssueWithCells[] = [];
  const see = (line: number, row: RowCells): void => {
    if (next.done === true || next.value.line > line) return;
    const cells = row.cells();
    for (; next.done !== true && next.value.line <= line; next = issues.next()) {
      found.push({ issue: next.value, cells: next.value.line === line ? cells : [] });
    }
  };
  const reader = createContactCheck(
    { ...settings, text: null },
    { accepted: (_number, line, row) => see(line, row), issue: ({ line }, row) => see(line, row) },
  );
  for (const part of readParts(store)) {
    if (!reader.push(part).ok) break;
    if (found.length > 0) yield found;
    found = [];
    // Lets other requests, such as a callback or a stop, run in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  reader.finish();
  for (; next.done !== true; next = issues.next()) found.push({ issue: next.value, cells: [] });
  if (found.length > 0) yield found;
}

function* oneByOne(chunks: Iterable<readonly RowIssue[]>): Iterator<RowIssue, undefined> {
  for (const chunk of chunks) yield* chunk;
  return undefined;
}
