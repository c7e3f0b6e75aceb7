import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { standingOf } from '../../state/import-standing.ts';
import { words } from '../../words/words.ts';
import { StatePill } from './state-pill.tsx';

/** How far an import is, in the same words on every screen. */
export function StandingPill({ of }: { of: Pick<ImportSummary, 'state' | 'contacts'> }) {
  const { tone } = standingOf(of);
  return <StatePill tone={tone} word={standingWord(of)} />;
}

export function standingWord(of: Pick<ImportSummary, 'state' | 'contacts'>): string {
  const { code, count } = standingOf(of);
  return code === 'finished_short' || code === 'stopped_short' || code === 'settling'
    ? words.places.standing[code](count)
    : words.places.importState[code];
}
