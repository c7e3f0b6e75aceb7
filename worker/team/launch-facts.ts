import type { Import } from '../../shared/protocol/import.ts';
import type { TrailFacts } from './trail.ts';

/** What a line about a launch says beside its counts: that people are called who were called lately, and why. */
export function launchFacts({ state, override }: Import, again: boolean): Partial<TrailFacts> {
  return {
    note: override?.reason ?? null,
    after: { state, ...(again && { again }), ...(override !== null && { override: 'called_recently' }) },
  };
}
