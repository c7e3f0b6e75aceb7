import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import { IMPORT_STATE_FACTS } from './import-states.ts';

export const FIRST_STEPS = ['connect', 'template', 'file', 'start'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

interface Known {
  readonly isConnected: boolean;
  readonly templates: number;
  readonly kept: readonly Pick<KeptImport, 'upload'>[];
  readonly imports: readonly Pick<ImportSummary, 'state' | 'test'>[];
}

/** Which steps to the first call are done; each counts whoever of the team did it. */
export function stepsDone({ isConnected, templates, kept, imports }: Known): ReadonlySet<FirstStep> {
  const isStarted =
    imports.some(({ state, test }) => !test && IMPORT_STATE_FACTS[state].launched) ||
    kept.some(({ upload }) => upload.step === 'working');
  const done: Record<FirstStep, boolean> = {
    connect: isConnected,
    template: templates > 0,
    file: kept.length > 0 || imports.length > 0,
    start: isStarted,
  };
  return new Set(FIRST_STEPS.filter((step) => done[step]));
}
