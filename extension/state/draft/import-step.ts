import type { KeptStep } from '../../storage/kept-import.ts';

/** The steps of an import, in order; `watch` is everything after the press of Start. */
export const IMPORT_STEPS = ['file', 'columns', 'check', 'confirm', 'watch'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export function isKeptStep(text: string | undefined): text is KeptStep {
  return text === 'file' || text === 'columns' || text === 'check' || text === 'confirm';
}
