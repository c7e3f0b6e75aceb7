import type { ImportState } from '../../../../shared/protocol/import.ts';
import type { ImportAction } from '../../../api/worker-client.ts';
import { IMPORT_STATE_FACTS } from '../../../state/import-states.ts';

interface AllowedActions {
  /** Checked at the Worker, as by an upload from a command line, and waiting for its Start. */
  readonly start: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  readonly stop: boolean;
  readonly results: boolean;
  readonly erase: boolean;
}

/** Which buttons an import has. Stopping is the way out of everything that is under way. */
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

/** States in which an import does what the press was for, or more. */
const DONE: Readonly<Record<ImportAction, readonly ImportState[]>> = {
  pause: ['paused', 'stopping'],
  resume: ['launching', 'running', 'stopping'],
  stop: ['stopping'],
};

/** Whether what a press was for has come about, by whomever: then it does not matter any more that it failed. */
export function hasHappened(action: ImportAction, state: ImportState): boolean {
  return IMPORT_STATE_FACTS[state].settled || DONE[action].includes(state);
}

/** Whether a press that was taken does not show yet. What needs a person says more than that it is under way. */
export function isPending(action: ImportAction, state: ImportState): boolean {
  return state !== 'needs_attention' && !hasHappened(action, state);
}
