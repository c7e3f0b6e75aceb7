import type { Import } from '../../shared/protocol/import.ts';
import type { TrailFacts } from './trail.ts';

/** What the trail says of a launch beside its counts: that people called recently are called anyway, and why. */
export function launchFacts({ state, override }: Import, again: boolean): Partial<TrailFacts> {
  return {
    note: override?.reason ?? null,
    after: { state, ...(again && { again }), ...(override !== null && { override: 'called_recently' }) },
  };
}
