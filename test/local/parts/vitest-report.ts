import { relative } from 'node:path';
import { z } from 'zod';
import type { Tally } from './run-parts.ts';

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      startTime: z.number().default(0),
      endTime: z.number().default(0),
      assertionResults: z.array(z.unknown()),
    }),
  ),
});

/**
 * What a run of Vitest counts, from its JSON report and how it ended. A file that failed outside its tests, an unhandled
 * error or a missing report each count as a failure, though no test failed.
 */
export function tallyOfReport(text: string | null, endedWell: boolean): Tally {
  const report = reportSchema.safeParse(parseJson(text ?? ''));
  if (!report.success) return { passed: 0, failed: 1, note: 'no report' };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data;
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  const skipped = numPendingTests + numTodoTests;
  const counted = failed === 0 && !(endedWell && report.data.success) ? 1 : failed;
  const notes = [`${numPassedTests} passed`, ...note(counted, 'failed'), ...note(skipped, 'skipped')];
  return { passed: numPassedTests, failed: counted, note: notes.join(', ') };
}

const SLOWEST = 10;

/** A line for each of the files that took longest, the longest first. */
export function slowestOfReport(text: string | null, root: string): string[] {
  const report = reportSchema.safeParse(parseJson(text ?? ''));
  if (!report.success) return [];
  const files = report.data.testResults.map(({ name, startTime, endTime }) => ({
    path: relative(root, name).replaceAll('\\', '/'),
    seconds: (endTime - startTime) / 1000,
  }));
  const sorted = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return sorted.map(({ path, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${path}`);
}

function note(count: number, word: string): string[] {
  return count === 0 ? [] : [`${count} ${word}`];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
