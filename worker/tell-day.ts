import { DAY_EVENT_WAITS_HOURS, EMPTY_DAY_WAITS_MINUTES } from '../shared/sink-limits.ts';
import { dateOfEnd, dayEndBefore } from '../shared/plan/calling-day.ts';
import type { EventType } from '../shared/protocol/destination.ts';
import { dayTotals } from '../shared/plan/day-totals.ts';
import type { ImportSummary } from '../shared/protocol/import.ts';
import { readConfig } from './config.ts';
import type { Env } from './env.ts';
import { newEvent } from './events/outgoing-event.ts';
import { freshSummary } from './account/fresh-summary.ts';
import { logEvent } from './log.ts';

const MINUTE_MS = 60_000;

/**
 * Called by the cron trigger once the calling hours of a day are over: tells the destinations what the team started
 * that day. If that fails, a later trigger repeats it under the same event id, which no destination takes twice.
 */
export async function tellDay(env: Env, wanted: readonly EventType[], now: number): Promise<void> {
  const config = readConfig(env);
  if (!config.ok || !wanted.includes('day.ended')) return;
  const { EXOTEL_ACCOUNT_SID: sid, TIME_ZONE: timeZone, CALLING_WINDOW } = config.value;
  try {
    const { window, weekdays, closedDates } = await env.PEOPLE.getByName(sid).calendar();
    const hours = { closeMinute: (window ?? CALLING_WINDOW).closeMinute, timeZone, weekdays, closedDates };
    const until = dayEndBefore(now + 1, hours);
    if (now - until > DAY_EVENT_WAITS_HOURS * 60 * MINUTE_MS) return;
    const from = dayEndBefore(until, hours);
    const date = dateOfEnd(until, hours);
    const account = env.ACCOUNTS.getByName(sid);
    const isLate = now - until > EMPTY_DAY_WAITS_MINUTES * MINUTE_MS;
    const started: ImportSummary[] = [];
    for (const line of await account.startedIn({ date, from, until }, isLate))
      started.push(await freshSummary(line, (id) => env.IMPORTS.getByName(id).summary()));
    const totals = dayTotals(started, from, until);
    if (totals === null) return;
    const times = { from: new Date(from).toISOString(), until: new Date(until).toISOString(), timeZone };
    const event = newEvent(`day-${date}`, 'day.ended', until, { date, ...times, ...totals });
    await env.SINK_DIRECTORY.getByName(sid).tell([event], null);
    await account.noteDay(date);
  } catch (cause) {
    logEvent('day_not_told', {}, cause);
  }
}
