import type { ImportSummary } from '../protocol/import.ts';
import { FINAL_OUTCOMES, sumOutcomes } from '../protocol/outcomes.ts';

/** What a team started in one day, and how far it has come. */
export interface DayTotals {
  readonly imports: number;
  /** Calls to be made and messages to be sent. */
  readonly people: number;
  /** Calls that were answered. */
  readonly answered: number;
  /** Messages that went out. */
  readonly sent: number;
  /** People for whom something may still happen. */
  readonly open: number;
  /** People for whom Exotel does not say what happened. */
  readonly unaccounted: number;
}

type Started = Pick<ImportSummary, 'channel' | 'contacts' | 'launchedAt' | 'test'>;

/** Totals of imports started after `from` and up to `until`, without test calls; null if there are none. */
export function dayTotals(imports: readonly Started[], from: number, until: number): DayTotals | null {
  const started = imports.filter(({ launchedAt, test }) => {
    if (test) return false;
    const at = launchedAt === null ? Number.NaN : Date.parse(launchedAt);
    return at > from && at <= until;
  });
  if (started.length === 0) return null;
  const sum = (count: (one: Started) => number) => started.reduce((total, one) => total + count(one), 0);
  const settled = sum(({ contacts }) => FINAL_OUTCOMES.reduce((total, outcome) => total + contacts[outcome], 0));
  const people = sum(({ contacts }) => sumOutcomes(contacts));
  return {
    imports: started.length,
    people,
    answered: sum(({ channel, contacts }) => (channel === 'voice' ? contacts.completed : 0)),
    sent: sum(({ channel, contacts }) => (channel === 'sms' ? contacts.completed : 0)),
    open: people - settled,
    unaccounted: sum(({ contacts }) => contacts.unaccounted),
  };
}
