import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { ISSUES_PER_CHUNK } from '../../../shared/limits.ts';
import type { RowIssue } from '../../../shared/contacts/issue.ts';
import type { RowIssueView } from '../../../shared/protocol/row-issue.ts';
import type { CheckResult } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';

export function toView(issue: RowIssue, channel: Channel): RowIssueView {
  const { message, fix } = issueSentence(issue, channel);
  const { line, value, code, reason = {} } = issue;
  return {
    line,
    value,
    code,
    message,
    fix,
    ...reason,
    ...(issue.firstLine === undefined ? {} : { firstLine: issue.firstLine }),
  };
}

export function* storedIssues(store: ImportStore, generation: number, firstChunk = 0): Iterable<RowIssue[]> {
  for (let chunk = firstChunk; ; chunk += 1) {
    const issues = store.issues(generation, chunk);
    if (issues.length === 0) return;
    yield issues;
  }
}

export interface IssueQuery {
  readonly offset: number;
  readonly limit: number;
  /** One code, or null for all. */
  readonly code: string | null;
}

/** What the page is made of: the last check, and how its people were to be reached. */
interface Checked {
  readonly check: CheckResult;
  readonly template: { readonly channel: Channel };
}

export interface IssuesPage {
  readonly items: RowIssueView[];
  readonly total: number;
}

/** One page of the rows that were not accepted, in file order; only those with `code`, if given. */
export function issuesPage(store: ImportStore, { check, template }: Checked, query: IssueQuery): IssuesPage {
  const { offset, limit, code } = query;
  const all = Object.values(check.issues).reduce((sum, count) => sum + count, 0);
  const total = code === null ? all : Object.hasOwn(check.issues, code) ? (check.issues[code] ?? 0) : 0;
  const items: RowIssueView[] = [];
  let skip = code === null ? offset % ISSUES_PER_CHUNK : offset;
  if (offset >= total) return { items, total };
  for (const issues of storedIssues(
    store,
    check.generation,
    code === null ? Math.floor(offset / ISSUES_PER_CHUNK) : 0,
  )) {
    for (const issue of issues) {
      if (code !== null && issue.code !== code) continue;
      if (skip > 0) skip -= 1;
      else items.push(toView(issue, template.channel));
      if (items.length === limit) return { items, total };
    }
  }
  return { items, total };
}
