import { statusHeading } from '../../shared/contacts/cells/status-mark.ts';
import { assertNever } from '../../shared/result.ts';
import type { CheckJob, CheckMessage } from './check-messages.ts';
import { gatherNumbers } from './gather-numbers.ts';
import { previewRows } from './preview-rows.ts';
import { readThrough } from './read-through.ts';
import { sniffColumns } from './sniff-columns.ts';
import { writeCorrected } from './write-corrected.ts';

type CheckFileJob = Extract<CheckJob, { job: 'check' }>;

/** Does one job. Answers how it ended; `progress` gets the number of bytes read so far. */
export async function runJob(job: CheckJob, progress: (bytes: number) => void): Promise<CheckMessage> {
  switch (job.job) {
    case 'check':
      return check(job, progress);
    case 'sniff': {
      const sniffed = await sniffColumns(job.file, job.settings);
      return sniffed.ok ? { type: 'sniffed', columns: sniffed.value } : { type: 'fault', fault: sniffed.error };
    }
    case 'correct': {
      const file = await writeCorrected(job.file, job.settings, job.corrections);
      return file.ok ? { type: 'corrected', file: file.value } : { type: 'fault', fault: file.error };
    }
    case 'preview': {
      const page = await previewRows(job.file, job.settings, job.want);
      return page.ok ? { type: 'previewed', page: page.value } : { type: 'fault', fault: page.error };
    }
    default:
      return assertNever(job);
  }
}

async function check(
  { file, settings, isMessage, gathers }: CheckFileJob,
  progress: (bytes: number) => void,
): Promise<CheckMessage> {
  // Another thread holds the rows themselves, for as long as a person looks at them.
  const sink = { accepted() {}, issue() {} };
  const readOnce = async (asked: readonly number[]) => {
    const gathered = gathers ? gatherNumbers(sink) : null;
    const read = await readThrough(file, { ...settings, isMessage, asked }, gathered ?? sink, progress);
    return { read, gathered };
  };
  const first = await readOnce([]);
  if (!first.read.ok) return { type: 'fault', fault: first.read.error };
  const { calledBefore } = first.read.value;
  const { read, gathered } = calledBefore.length === 0 ? first : await readOnce(calledBefore);
  if (!read.ok) return { type: 'fault', fault: read.error };
  const numbers = gathered?.packed(statusHeading(read.value.shape)) ?? null;
  const summary = { ...read.value, calledBefore };
  return { type: 'checked', checked: { summary, parts: summary.parts }, numbers };
}
