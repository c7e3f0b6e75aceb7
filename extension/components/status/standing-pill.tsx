import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { standingOf } from '../../state/import-standing.ts';
import { words } from '../../words/words.ts';
import { StatePill } from './state-pill.tsx';

type Standing = Pick<ImportSummary, 'state' | 'contacts' | 'approval'>;

/** How far an import is, in the same words on every screen. */
export function StandingPill({ of }: { of: Standing }) {
  const { tone } = standingOf(of);
  const approval = of.state === 'checked' ? of.approval : null;
  return <StatePill tone={approval === null ? tone : 'warn'} word={standingWord(of)} />;
}

export function standingWord(of: Standing): string {
  if (of.state === 'checked' && of.approval !== null) return words.places.approval[of.approval.state];
  const { code, count } = standingOf(of);
  return code === 'finished_short' || code === 'stopped_short' || code === 'settling'
    ? words.places.standing[code](count)
    : words.places.importState[code];
}
