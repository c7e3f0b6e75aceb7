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

/** Whether a press shows by now, or no longer matters. */
export function hasHappened(action: ImportAction, state: ImportState): boolean {
  const { settled } = IMPORT_STATE_FACTS[state];
  if (settled || state === 'needs_attention') return true;
  return action === 'pause' ? state === 'paused' : action === 'resume' ? state !== 'paused' : state === 'stopping';
}
