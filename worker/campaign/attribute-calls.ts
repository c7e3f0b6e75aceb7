import { FINAL_OUTCOMES } from '../../shared/protocol/outcomes.ts';
import {
  addCall,
  endSchedule,
  NO_CALLS,
  outcomeOf,
  type Call,
  type ContactCalls,
  type RetryRule,
} from './contact-calls.ts';
import type { CallStatus } from '../exotel/status.ts';

/** What one report says of a number: its calls, and how the schedule they belong to ended. */
export interface NumberReport {
  readonly calls: readonly Call[];
  readonly ended: CallStatus | null;
}

interface Ended {
  readonly status: CallStatus;
  readonly sids: readonly string[];
}

/**
 * Handles a number that is called once for each of several contacts. No report says which contact it means, so
 * everything known of the number is dealt out anew each time, and the order of arrival changes nothing. Calls that one
 * schedule names together belong to one contact; each other call goes to the next contact once the contact before has a
 * final outcome.
 */
export function dealCalls(contacts: readonly ContactCalls[], report: NumberReport, retry: RetryRule): ContactCalls[] {
  const known = [...contacts.flatMap((contact) => contact.calls), ...report.calls];
  const calls = known.reduce((all, call) => addCall(all, call, known.length), NO_CALLS).calls.toSorted(byTime);
  const ends = contacts.flatMap(({ ended, endedSids }): Ended[] =>
    ended === null ? [] : [{ status: ended, sids: endedSids ?? [] }],
  );
  if (report.ended !== null && endsSchedule(report.ended, report.calls)) {
    ends.push({ status: report.ended, sids: report.calls.map(({ sid }) => sid) });
  }

  const place = (sid: string): number => calls.findIndex((call) => call.sid === sid);
  const schedules = mergeShared(ends.filter(({ sids }) => sids.length > 0)).toSorted(
    (left, right) => Math.min(...left.sids.map(place)) - Math.min(...right.sids.map(place)),
  );
  const named = new Set(schedules.flatMap(({ sids }) => sids));
  const loose = calls.filter(({ sid }) => !named.has(sid));

  const dealt = contacts.map((_, i) => {
    // More schedules than contacts is a wrong count; the last contact takes the rest.
    const mine = i === contacts.length - 1 ? schedules.slice(i) : schedules.slice(i, i + 1);
    return mine.reduce((contact, { status, sids }) => {
      const withCalls = calls.filter(({ sid }) => sids.includes(sid)).reduce(giveCall, contact);
      return { ...endSchedule(withCalls, status), endedSids: [...(contact.endedSids ?? []), ...sids] };
    }, NO_CALLS);
  });
  let next = Math.min(schedules.length, contacts.length - 1);
  for (const call of loose) {
    const contact = dealt[next] ?? NO_CALLS;
    const isOver = next >= schedules.length && FINAL_OUTCOMES.includes(outcomeOf(contact, retry));
    if (isOver && next < dealt.length - 1) next += 1;
    dealt[next] = giveCall(dealt[next] ?? NO_CALLS, call);
  }
  // A schedule without calls means that the number is never called; it applies to every contact without calls.
  const blocked = ends.filter(({ sids }) => sids.length === 0);
  return dealt.map((contact) =>
    contact.calls.length > 0 ? contact : blocked.reduce((each, { status }) => endSchedule(each, status), contact),
  );
}

/**
 * Whether the report says whose schedule ended: the contact's whose calls it names or, without calls, of all who cannot
 * be called at all.
 */
function endsSchedule(status: CallStatus, calls: readonly Call[]): boolean {
  if (status === 'unknown' || status === 'in_progress') return false;
  return calls.length > 0 || !(status === 'completed' || status === 'busy' || status === 'no_answer');
}

function giveCall(contact: ContactCalls, call: Call): ContactCalls {
  return addCall(contact, call);
}

function byTime(left: Call, right: Call): number {
  return (left.at ?? '') < (right.at ?? '')
    ? -1
    : (left.at ?? '') > (right.at ?? '')
      ? 1
      : left.sid < right.sid
        ? -1
        : 1;
}

/** Ends that name the same call are ends of one schedule, reported twice. */
function mergeShared(ends: readonly Ended[]): Ended[] {
  let merged: Ended[] = [];
  for (const end of ends) {
    const same = merged.filter(({ sids }) => sids.some((sid) => end.sids.includes(sid)));
    const sids = [...new Set([...same.flatMap((other) => other.sids), ...end.sids])].toSorted();
    const { ended } = [...same, end].reduce((contact, { status }) => endSchedule(contact, status), NO_CALLS);
    merged = [...merged.filter((other) => !same.includes(other)), { status: ended ?? end.status, sids }];
  }
  return merged;
}
