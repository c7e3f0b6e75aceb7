import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { makeContactFile } from '../fixtures/make-contact-file.ts';
import type { ContactFileSettings } from '../fixtures/make-contact-file.ts';
import type { BenchRow } from './bench-row.ts';
import type { Measured, Measurement } from './check-measure.ts';

const LARGE: ContactFileSettings = { accepted: 980_000, duplicate: 6_000, invalid: 10_000, blank: 4_000, seed: 7 };
const SMALL: ContactFileSettings = { accepted: 98_000, duplicate: 600, invalid: 1_000, blank: 400, seed: 7 };
/**
 * Contenders take turns, each in a process of its own, so that a busy moment of the machine is everybody's; every other
 * round goes backwards, so that none always follows the same one. Two ways to call papaparse stand beside each other,
 * since they differ by a factor of two: the usual one, which answers all rows, and the leanest, which keeps none. The
 * check keeps no rows either, but for the numbers seen.
 */
const ROUNDS = 5;
const MOST_OF_PAPAPARSE = 0.5;
const MOST_OF_LEANEST = 1;
const MOST_SCREENED = 1;
const MOST_BYTES = 48e6;
const LEAST_OF_LIBRARY = 10;
/** What we refuse on purpose where the library finds a number. */
const EXCEPTIONS = new Set(['excel_truncated', 'several_numbers', 'excel_exponent']);
const measured = z.object({
  runs: z.array(z.number()),
  rows: z.number(),
  peakBytes: z.number(),
  verdicts: z.array(z.string()).optional(),
});

/** Checks a million rows beside papaparse, and a hundred thousand beside papaparse with the phone library on each. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialsheet-bench-'));
  try {
    const large = join(folder, 'large.csv');
    const bytes = write(large, LARGE);
    const { rows, rowMs } = compareReading(large, bytes);
    const small = join(folder, 'small.csv');
    write(small, SMALL);
    return [...rows, compareJudging(small, rowMs)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compareReading(path: string, bytes: number): { rows: BenchRow[]; rowMs: number } {
  const contenders = ['ours', 'papaparse', 'papaparseStepping', 'oursScreened'] as const;
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    (round % 2 === 0 ? contenders : contenders.toReversed()).map((what) => ({ what, measured: measure(what, path) })),
  ).flat();
  const all = (what: Measurement) => rounds.filter((each) => each.what === what).map(({ measured }) => measured);
  const [ours, papaparse] = [all('ours'), all('papaparse')];
  const rows = ours[0]?.rows ?? 0;
  if (rows !== papaparse[0]?.rows) throw new Error(`${rows} rows here, ${papaparse[0]?.rows} at papaparse`);
  console.log(
    `${rows.toLocaleString('en')} rows, ${inMegabytes(bytes)}, from the disk; processor time once warm, the median of ${ROUNDS} rounds and their range:`,
  );
  for (const what of contenders)
    console.log(
      `  ${what}: ${spanOf(
        all(what).map(({ runs }) => median(runs)),
        inMs,
      )}`,
    );
  const peak = Math.max(...ours.map(({ peakBytes }) => peakBytes));
  return {
    rows: [
      ratioRow(
        `check of ${rows.toLocaleString('en')} rows against papaparse alone, as it is usually called`,
        ours,
        papaparse,
        MOST_OF_PAPAPARSE,
      ),
      ratioRow('the same against papaparse keeping no row', ours, all('papaparseStepping'), MOST_OF_LEANEST),
      ratioRow(
        'check with screening against 1,000,000 suppressions and 7,000,000 recent attempts, against papaparse alone',
        all('oursScreened'),
        papaparse,
        MOST_SCREENED,
      ),
      {
        what: 'memory above idle at its highest while checking',
        measured: inMegabytes(peak),
        target: `<= ${inMegabytes(MOST_BYTES)}`,
        met: peak <= MOST_BYTES,
      },
    ],
    rowMs: median(ours.map(({ runs }) => median(runs))) / rows,
  };
}

/**
 * Each round's ratio: the middle one of them decides. Beside it stands the ratio of the least times of all rounds, because
 * other work on the machine makes times longer and never shorter.
 */
function ratioRow(what: string, ours: readonly Measured[], theirs: readonly Measured[], most: number): BenchRow {
  const ratios = ours.map(({ runs }, round) => median(runs) / median(theirs[round]?.runs ?? []));
  const least = leastOf(ours) / leastOf(theirs);
  return {
    what,
    measured: `${spanOf(ratios, inTimes)}, least to least ${inTimes(least)}`,
    target: `<= ${inTimes(most)}`,
    met: median(ratios) <= most,
  };
}

function leastOf(rounds: readonly Measured[]): number {
  return Math.min(...rounds.flatMap(({ runs }) => runs));
}

function compareJudging(path: string, rowMs: number): BenchRow {
  const ours = measure('oursInVerdicts', path);
  const theirs = measure('papaparseAndLibrary', path);
  const libraryRowMs = median(theirs.runs) / theirs.rows;
  const differing = (ours.verdicts ?? []).filter((verdict, row) => {
    const other = theirs.verdicts?.[row];
    return verdict !== other && !(other === 'invalid' && !/^\d+$/u.test(verdict)) && !EXCEPTIONS.has(verdict);
  });
  const exceptions = (ours.verdicts ?? []).filter(
    (verdict, row) => EXCEPTIONS.has(verdict) && theirs.verdicts?.[row] !== 'invalid',
  );
  if (ours.rows !== theirs.rows || differing.length > 0) throw new Error(`${differing.length} rows judged differently`);
  console.log(
    `papaparse and libphonenumber on every row: ${inMicroseconds(libraryRowMs)} a row, ours ${inMicroseconds(rowMs)}; ` +
      `verdicts on ${ours.rows.toLocaleString('en')} rows are identical, but for ${exceptions.length} that we refuse on purpose (digits a spreadsheet rounded, two numbers in a cell)`,
  );
  const times = libraryRowMs / rowMs;
  return {
    what: 'check against papaparse with libphonenumber on every row',
    measured: `${times.toFixed(0)}x faster`,
    target: `>= ${LEAST_OF_LIBRARY}x`,
    met: times >= LEAST_OF_LIBRARY,
  };
}

function write(path: string, settings: ContactFileSettings): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  for (const chunk of makeContactFile(settings).chunks()) bytes += writeSync(file, chunk);
  closeSync(file);
  return bytes;
}

function measure(what: Measurement, path: string): Measured {
  const script = fileURLToPath(new URL('check-measure.ts', import.meta.url));
  const answer = execFileSync(process.execPath, ['--expose-gc', script, what, path], { maxBuffer: 64 * 1024 * 1024 });
  const { verdicts, ...rest } = measured.parse(JSON.parse(answer.toString('utf8')));
  return verdicts === undefined ? rest : { ...rest, verdicts };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function spanOf(values: readonly number[], told: (value: number) => string): string {
  return `${told(median(values))} (${told(Math.min(...values))} to ${told(Math.max(...values))})`;
}

function inTimes(ratio: number): string {
  return `${ratio.toFixed(2)}x`;
}

function inMs(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`;
}

function inMicroseconds(milliseconds: number): string {
  return `${(milliseconds * 1000).toFixed(2)} us`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
