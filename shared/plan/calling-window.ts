import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** Part of a local day, in minutes since midnight: from `openMinute` until just before `closeMinute` (at most 1440). */
export type CallingWindow = { readonly openMinute: number; readonly closeMinute: number };

export type WindowFault = { readonly code: 'window_malformed' | 'window_empty' | 'window_crosses_midnight' };

const TIME_OF_DAY = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Reads "09:00-21:00", the form of the `CALLING_WINDOW` setting. */
export function parseCallingWindow(text: string): Result<CallingWindow, WindowFault> {
  const [from, to, ...rest] = text.slice(0, 32).split('-');
  if (from === undefined || to === undefined || rest.length > 0) return err({ code: 'window_malformed' });
  return parseWindowTimes({ from: from.trim(), to: to.trim() });
}

/** Reads a template's `{from: "09:00", to: "21:00"}`; "24:00" is the end of the day. */
export function parseWindowTimes(times: { from: string; to: string }): Result<CallingWindow, WindowFault> {
  const openMinute = parseTimeOfDay(times.from);
  const closeMinute = parseTimeOfDay(times.to);
  if (openMinute === null || closeMinute === null) return err({ code: 'window_malformed' });
  if (openMinute === closeMinute) return err({ code: 'window_empty' });
  if (openMinute > closeMinute) return err({ code: 'window_crosses_midnight' });
  return ok({ openMinute, closeMinute });
}

function parseTimeOfDay(text: string): number | null {
  const match = TIME_OF_DAY.exec(text);
  if (match === null) return null;
  const [, hours, minutes] = match;
  return hours === undefined ? 24 * 60 : Number(hours) * 60 + Number(minutes);
}

export function isWithin(inner: CallingWindow, outer: CallingWindow): boolean {
  return inner.openMinute >= outer.openMinute && inner.closeMinute <= outer.closeMinute;
}

/**
 * The hours in which a template may call: its own, limited to the account's. The account's may have been narrowed since
 * the template was saved, so the stored hours alone are never trusted. `window_empty` if nothing is left.
 */
export function effectiveWindow(
  template: { from: string; to: string } | null,
  account: CallingWindow,
): Result<CallingWindow, WindowFault> {
  if (template === null) return ok(account);
  const own = parseWindowTimes(template);
  if (!own.ok) return own;
  const both = narrower(own.value, account);
  return both === null ? err({ code: 'window_empty' }) : ok(both);
}

/** The hours that both allow; null if there are none. */
export function narrower(left: CallingWindow, right: CallingWindow): CallingWindow | null {
  const openMinute = Math.max(left.openMinute, right.openMinute);
  const closeMinute = Math.min(left.closeMinute, right.closeMinute);
  return openMinute < closeMinute ? { openMinute, closeMinute } : null;
}

/** The inverse of `parseCallingWindow`: "09:00-21:00". */
export function formatCallingWindow(window: CallingWindow): string {
  return `${formatTimeOfDay(window.openMinute)}-${formatTimeOfDay(window.closeMinute)}`;
}

function formatTimeOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
