import type { ImportStep } from '../../../state/draft/import-step.ts';
import { countOf, formatBytes, formatCount } from '../../format-number.ts';

const names: Record<ImportStep, string> = {
  file: 'File',
  columns: 'Columns',
  check: 'Check',
  confirm: 'Confirm',
  watch: 'Watch',
};

const joined = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What every step of an import shares. */
export const steps = {
  names,
  label: 'Steps of this import',
  done: 'done',
  back: 'Back',
  nextTo: (step: ImportStep) => `Next: ${names[step]}`,
  reading: 'Reading the file…',
  noNumberColumn: 'Choose the column with phone numbers.',
  unmapped: (variables: readonly string[]) => `Choose a column for ${joined(variables.map((name) => `@@${name}`))}.`,
  fileFault: 'Fix the file to go on.',
  nobody: 'No row in this file can be called.',
  templateGone: 'Choose another template: this one was deleted.',
  templateElsewhere: (name: string) => `Choose a template: this Worker has none called “${name}”.`,
  noAccount: 'Connect to the Worker to plan the times.',
  workerAway: 'Worker not reachable: your file is safe, start it later',
  /** The Worker is reached, and what it says stands below. */
  workerRefuses: 'Your file is safe, start it later',
  noPlan: 'Fix the plan first: see above.',
  missing: 'This draft is gone: another window started or discarded it.',
  largeFile: (bytes: number, limit: number) =>
    `This file is ${formatBytes(bytes)}, close to the limit of ${formatBytes(limit)}. Split larger files.`,
  manyRows: (rows: number, limit: number) =>
    `This file has ${countOf(rows, 'row', 'rows')}, close to the limit of ${formatCount(limit)}. Split longer files.`,
};
