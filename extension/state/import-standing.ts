import type { ImportState, ImportSummary } from '../../shared/protocol/import.ts';
import type { OutcomeCounts } from '../../shared/protocol/outcomes.ts';
import { IMPORT_STATE_FACTS } from './import-states.ts';
import type { Tone } from './import-states.ts';
import { openOf, withoutResult } from './outcome-totals.ts';

/** What can be said about an import: its state, unless that claims more than is known of its people. */
type StandingCode =
  | Exclude<ImportState, 'finished' | 'stopped'>
  | 'finished'
  | 'stopped'
  /** Over, but Exotel does not say what happened to some people. */
  | 'finished_short'
  | 'stopped_short'
  /** Stopped: nobody else is called, but the outcome of the last calls is still being asked for. */
  | 'settling';

export interface Standing {
  readonly code: StandingCode;
  readonly tone: Tone;
  /** The number of people that the code is about; 0 if it is about none. */
  readonly count: number;
  /** Calls were or are being handed to Exotel. */
  readonly launched: boolean;
  /** Nothing will change any more. */
  readonly settled: boolean;
}

/** The one function by which screens, badge and notifications say how far an import is. */
export function standingOf({ state, contacts }: Pick<ImportSummary, 'state' | 'contacts'>): Standing {
  const { tone, launched, settled } = IMPORT_STATE_FACTS[state];
  const facts = { tone, launched, settled, count: 0 };
  if (state === 'finished') return overOf(facts, contacts, 'finished', 'finished_short');
  if (state !== 'stopped') return { ...facts, code: state };
  const open = openOf(contacts);
  return open > 0
    ? { ...facts, code: 'settling', tone: 'warn', count: open, settled: false }
    : overOf(facts, contacts, 'stopped', 'stopped_short');
}

/** Calls are being made, wait to be made, or are being held back: a person may want to stop this. */
export function isUnderWay({ state }: Pick<ImportSummary, 'state'>): boolean {
  const { launched, settled } = IMPORT_STATE_FACTS[state];
  return launched && !settled;
}

function overOf(
  facts: Omit<Standing, 'code'>,
  contacts: OutcomeCounts,
  whole: StandingCode,
  short: StandingCode,
): Standing {
  const count = withoutResult(contacts);
  return count === 0 ? { ...facts, code: whole } : { ...facts, code: short, tone: 'warn', count };
}
