import { MESSAGE_RESLOT_WITHIN_SECONDS, MIN_MESSAGE_SPAN_SECONDS, MIN_START_LEAD_SECONDS } from '../limits.ts';
import { closedBy, dateOf } from '../people/calling-days.ts';
import { formatCallingWindow } from '../plan/calling-window.ts';
import type { AccountRules } from '../plan/plan-template.ts';
import { toWallMs } from '../plan/zoned-time.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { UpdateFault } from './update-faults.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export type TimesCheck = {
  readonly channel: 'voice' | 'sms';
  /** Epoch milliseconds, like `endAt`. */
  readonly sendAt: number;
  readonly endAt: number;
  readonly now: number;
  readonly account: Pick<AccountRules, 'window' | 'timeZone' | 'weekdays' | 'closedDates'>;
};

/**
 * Checks a campaign's start and end against Exotel's minimum leads and the account's hours, which Exotel does not
 * enforce.
 */
export function checkTimes({ channel, sendAt, endAt, now, account }: TimesCheck): Result<null, UpdateFault> {
  const leadSeconds = channel === 'sms' ? MESSAGE_RESLOT_WITHIN_SECONDS : MIN_START_LEAD_SECONDS;
  if (sendAt < now + leadSeconds * 1000) return err({ code: 'starts_too_soon', minutes: leadSeconds / 60 });
  if (endAt <= sendAt) return err({ code: 'ends_before_start' });
  if (channel === 'sms' && endAt - sendAt < MIN_MESSAGE_SPAN_SECONDS * 1000) return err({ code: 'span_too_short' });
  const window = formatCallingWindow(account.window);
  const starts = placeOf(sendAt, account.timeZone);
  const ends = placeOf(endAt, account.timeZone);
  const { openMinute, closeMinute } = account.window;
  const rule = closedBy(starts.day, account);
  if (rule !== null) return err({ code: 'closed_day', rule, date: dateOf(starts.day) });
  if (starts.minute < openMinute || starts.minute >= closeMinute) {
    return err({ code: 'outside_calling_hours', setting: 'sendAt', window });
  }
  if (starts.day !== ends.day && !(ends.minute === 0 && ends.day === starts.day + 1)) {
    return err({ code: 'ends_another_day', window });
  }
  const endMinute = ends.day === starts.day ? ends.minute : 24 * 60;
  return endMinute > closeMinute ? err({ code: 'outside_calling_hours', setting: 'endAt', window }) : ok(null);
}

function placeOf(epochMs: number, timeZone: string): { readonly day: number; readonly minute: number } {
  const wall = toWallMs(epochMs, timeZone);
  const day = Math.floor(wall / DAY_MS);
  return { day, minute: (wall - day * DAY_MS) / MINUTE_MS };
}
