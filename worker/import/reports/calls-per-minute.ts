import { err, ok, type Result } from '../../../shared/result.ts';
import type { Pace } from '../../../shared/protocol/contact.ts';
import type { Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';

/** Calls of all campaigns by the minute they began. Campaigns that called nobody are not asked. */
export async function readPace(
  session: ImportSession,
  now: number,
  minutesOf: (seq: number) => Promise<Map<number, number>>,
): Promise<Result<Pace, Fault>> {
  if (session.record() === null) return err({ code: 'import_not_found' });
  const sums = new Map<number, number>();
  for (const { seq, contacts, outcomes } of session.rows()) {
    if (outcomes.queued + outcomes.not_attempted === contacts) continue;
    for (const [minute, calls] of await minutesOf(seq)) sums.set(minute, (sums.get(minute) ?? 0) + calls);
  }
  const items = [...sums]
    .toSorted(([left], [right]) => left - right)
    .map(([minute, calls]) => ({ at: new Date(minute * 60_000).toISOString(), calls }));
  return ok({ items, asOf: new Date(now).toISOString() });
}
