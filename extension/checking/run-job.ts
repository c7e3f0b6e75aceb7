import type { RowIssue } from '../../shared/contacts/issue.ts';
import { MAX_ISSUES_KEPT } from '../../shared/limits.ts';
import { assertNever } from '../../shared/result.ts';
import { REJECTED_HEADINGS } from '../words/rejected-headings.ts';
import type { CheckJob, CheckMessage } from './check-messages.ts';
import { previewRows } from './preview-rows.ts';
import { readThrough } from './read-through.ts';
import { createRejectedRows } from './rejected-rows.ts';
import { sniffColumns } from './sniff-columns.ts';

type FullJob = Extract<CheckJob, { job: 'check' | 'write_rejected' }>;

/** Does one job. Answers how it ended; `progress` is told the bytes read so far. */
export async function runJob(job: CheckJob, progress: (bytes: number) => void): Promise<CheckMessage> {
  switch (job.job) {
    case 'check':
      return check(job, progress);
    case 'write_rejected':
      return writeRejected(job, progress);
    case 'sniff': {
      const sniffed = await sniffColumns(job.file, job.settings);
      return sniffed.ok ? { type: 'sniffed', columns: sniffed.value } : { type: 'fault', fault: sniffed.error };
    }
    case 'preview': {
      const page = await previewRows(job.file, job.settings, job.want);
      return page.ok ? { type: 'previewed', page: page.value } : { type: 'fault', fault: page.error };
    }
    default:
      return assertNever(job);
  }
}

async function check({ file, settings }: FullJob, progress: (bytes: number) => void): Promise<CheckMessage> {
  const issues: RowIssue[] = [];
  const sink = {
    accepted() {},
    issue(issue: RowIssue) {
      if (issues.length < MAX_ISSUES_KEPT) issues.push(issue);
    },
  };
  const read = await readThrough(file, settings, sink, progress);
  return read.ok ? { type: 'checked', checked: { summary: read.value, issues } } : { type: 'fault', fault: read.error };
}

async function writeRejected({ file, settings }: FullJob, progress: (bytes: number) => void): Promise<CheckMessage> {
  const rows = createRejectedRows();
  const sink = {
    accepted() {},
    issue: (issue: RowIssue, row: { cells(): string[] }) => rows.add(issue, row.cells()),
  };
  const read = await readThrough(file, settings, sink, progress);
  if (!read.ok) return { type: 'fault', fault: read.error };
  const lines = rows.finish(read.value.shape.headings, REJECTED_HEADINGS);
  return { type: 'rejected', csv: new Blob(lines, { type: 'text/csv' }) };
}
