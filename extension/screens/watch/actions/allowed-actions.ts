import type { ImportState } from '../../../../shared/protocol/import.ts';
import type { ImportAction } from '../../../api/worker-client.ts';
import { IMPORT_STATE_FACTS } from '../../../state/import-states.ts';

interface AllowedActions {
  /** Checked at the Worker, for example after an upload from a command line, and waiting for Start. */
  readonly start: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  readonly stop: boolean;
  readonly results: boolean;
  readonly erase: boolean;
}

/** The buttons that an import has. Everything under way can be stopped. */
export function allowedActions(state: ImportState): AllowedActions {
  const { launched, settled } = IMPORT_STATE_FACTS[state];
  const underWay = launched && !settled;
  return {
    start: state === 'checked',
    pause: state === 'running' || state === 'launching',
    resume: state === 'paused' || state === 'needs_attention',
    stop: underWay && state !== 'stopping',
    results: launched,
    erase: !underWay,
  };
}

/** The states in which what a press asked for has happened. */
const DONE: Readonly<Record<ImportAction, readonly ImportState[]>> = {
  pause: ['paused', 'stopping'],
  resume: ['launching', 'running', 'stopping'],
  stop: ['stopping'],
};

/** Whether what a press asked for has happened, whoever did it; then its failure no longer matters. */
export function hasHappened(action: ImportAction, state: ImportState): boolean {
  return IMPORT_STATE_FACTS[state].settled || DONE[action].includes(state);
}

/** Whether an accepted press does not show yet. If something needs a person, that is shown instead. */
export function isPending(action: ImportAction, state: ImportState): boolean {
  return state !== 'needs_attention' && !hasHappened(action, state);
}
