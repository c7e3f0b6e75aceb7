import type { ImportStep } from '../../state/import-step.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';

const names: Record<ImportStep, string> = {
  file: 'File',
  columns: 'Columns',
  check: 'Check',
  confirm: 'Confirm',
  watch: 'Watch',
};

/** What every step of an import shares. */
export const steps = {
  names,
  label: 'Steps of this import',
  done: 'done',
  back: 'Back',
  nextTo: (step: ImportStep) => `Next: ${names[step]}`,
  reading: 'The file is still being read.',
  noNumberColumn: 'Say which column holds the phone numbers.',
  unmapped: (variables: readonly string[]) =>
    `Say which column ${variables.map((name) => `@@${name}`).join(', ')} stands for.`,
  fileFault: 'This file cannot be used as it is.',
  nobody: 'There is nobody to call in this file.',
  templateGone: 'The template of this import was deleted. Choose another one.',
  noAccount: 'The times cannot be planned without the Worker.',
  workerAway: 'Nothing is lost, but this cannot be started now',
  noPlan: 'It cannot be planned like this: see above.',
  missing: 'This import is no longer here: it was started or discarded in another window.',
  largeFile: (bytes: number, limit: number) =>
    `This file has ${formatBytes(bytes)}, close to the ${formatBytes(limit)} that are taken. A larger one has to be split.`,
  manyRows: (rows: number, limit: number) =>
    `This file has ${countOf(rows, 'row', 'rows')}, close to the ${formatCount(limit)} that are taken. A longer one has to be split.`,
};
