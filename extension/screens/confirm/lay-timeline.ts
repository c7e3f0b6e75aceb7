import type { CallingWindow } from '../../../shared/plan/calling-window.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { toWallMs } from '../../../shared/plan/zoned-time.ts';

/** A campaign within its day: `top` and `height` are shares of the calling hours, measured from their beginning. */
interface TimelineBar {
  readonly seq: number;
  readonly top: number;
  readonly height: number;
}

/** A day with calls; `at` is the start of its first campaign (epoch ms). */
export interface TimelineDay {
  readonly at: number;
  readonly contacts: number;
  readonly bars: readonly TimelineBar[];
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The campaigns of a plan by day, in the account's zone. A plan keeps every campaign within one day. */
export function timelineDays(plan: Plan, window: CallingWindow, timeZone: string): TimelineDay[] {
  const openMs = window.openMinute * MINUTE_MS;
  const spanMs = (window.closeMinute - window.openMinute) * MINUTE_MS;
  const share = (ms: number) => Math.min(1, Math.max(0, ms / spanMs));
  const days = new Map<number, { at: number; contacts: number; bars: TimelineBar[] }>();
  for (const { seq, contacts, sendAt, doneAt } of plan.campaigns) {
    const wall = toWallMs(sendAt, timeZone);
    const date = Math.floor(wall / DAY_MS);
    const top = share(wall - date * DAY_MS - openMs);
    const day = days.get(date) ?? { at: sendAt, contacts: 0, bars: [] };
    day.contacts += contacts;
    day.bars.push({ seq, top, height: Math.min(1 - top, share(doneAt - sendAt)) });
    days.set(date, day);
  }
  return [...days.values()];
}
