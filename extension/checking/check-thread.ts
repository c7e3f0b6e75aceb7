import type { RowIssue } from '../../shared/contacts/issue.ts';
import { MAX_ISSUES_KEPT } from '../../shared/limits.ts';
import { REJECTED_HEADINGS } from '../words/rejected-headings.ts';
import type { CheckJob, CheckMessage } from './check-messages.ts';
import { readThrough } from './read-through.ts';
import { createRejectedRows } from './rejected-rows.ts';

/** The thread that reads files: the page itself never does, so it never freezes. */

const PROGRESS_EVERY_MS = 50;

function post(message: CheckMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
  self.postMessage(message);
}

function createProgress(): (bytes: number) => void {
  let last = 0;
  return (bytes) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    post({ type: 'progress', bytes });
  };
}

async function check({ file, settings }: CheckJob): Promise<void> {
  const issues: RowIssue[] = [];
  const sink = {
    accepted() {},
    issue(issue: RowIssue) {
      if (issues.length < MAX_ISSUES_KEPT) issues.push(issue);
    },
  };
  const read = await readThrough(file, settings, sink, createProgress());
  post(read.ok ? { type: 'checked', checked: { summary: read.value, issues } } : { type: 'fault', fault: read.error });
}

async function writeRejected({ file, settings }: CheckJob): Promise<void> {
  const rows = createRejectedRows();
  const sink = {
    accepted() {},
    issue: (issue: RowIssue, row: { cells(): string[] }) => rows.add(issue, row.cells()),
  };
  const read = await readThrough(file, settings, sink, createProgress());
  if (!read.ok) return post({ type: 'fault', fault: read.error });
  const lines = rows.finish(read.value.shape.headings, REJECTED_HEADINGS);
  return post({ type: 'rejected', csv: new Blob(lines, { type: 'text/csv' }) });
}

self.addEventListener('message', (event: MessageEvent<CheckJob>) => {
  const work = event.data.job === 'check' ? check(event.data) : writeRejected(event.data);
  work.catch((error: unknown) => {
    // A File whose bytes changed on disk fails to read; anything else is a bug and must be seen.
    if (error instanceof DOMException) post({ type: 'unreadable' });
    else throw error;
  });
});
