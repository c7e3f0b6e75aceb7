import { MAX_PACE_BARS } from '../../../../shared/extension-limits.ts';
import type { Pace } from '../../../../shared/protocol/contact.ts';

/** Some minutes together: `minutes` is how many of them have passed, `perMinute` their average. */
export interface PaceBar {
  readonly kind: 'bar';
  /** Epoch ms. */
  readonly at: number;
  readonly minutes: number;
  readonly calls: number;
  readonly perMinute: number;
}

/** A long time without calls, such as a night; drawn as a break, whatever its length. */
interface PaceGap {
  readonly kind: 'gap';
  readonly at: number;
}

export interface PaceChart {
  readonly stepMinutes: number;
  readonly slots: readonly (PaceBar | PaceGap)[];
  readonly calls: number;
  readonly busiest: PaceBar;
}

const MINUTE_MS = 60_000;
const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 1_440] as const;
const GAP_MINUTES = 30;
const GAP_BARS = 6;

/**
 * Calls per minute as bars: of one minute while they are few enough, of more minutes the longer it takes. `until`
 * (epoch ms) is the end of the picture, so that a standstill shows; `offsetMs` is local time minus UTC, so that hours
 * begin at :00.
 */
export function paceChart(items: Pace['items'], until: number, offsetMs: number): PaceChart | null {
  const minutes = items
    .map(({ at, calls }) => [Math.floor(Date.parse(at) / MINUTE_MS), calls] as const)
    .filter(([minute, calls]) => Number.isFinite(minute) && calls > 0)
    .toSorted(([left], [right]) => left - right);
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end = Math.max(last[0], Math.floor(until / MINUTE_MS));
  const drawn = STEPS_MINUTES.map((step) => [step, slotsOf(minutes, end, step, offsetMs / MINUTE_MS)] as const);
  const [stepMinutes, slots] = drawn.find(([, each]) => each.length <= MAX_PACE_BARS) ?? drawn.at(-1) ?? [1, []];
  const bars = slots.filter((slot) => slot.kind === 'bar');
  const busiest = bars.reduce((most, bar) => (bar.perMinute > most.perMinute ? bar : most), NONE);
  return { stepMinutes, slots, calls: bars.reduce((sum, { calls }) => sum + calls, 0), busiest };
}

const NONE: PaceBar = { kind: 'bar', at: 0, minutes: 1, calls: 0, perMinute: 0 };

type Minutes = readonly (readonly [minute: number, calls: number])[];

/** Stops once there are too many bars; then the next longer step is tried. */
function slotsOf(minutes: Minutes, end: number, step: number, offset: number): (PaceBar | PaceGap)[] {
  const startOf = (minute: number) => Math.floor((minute + offset) / step) * step - offset;
  const sums = new Map<number, number>();
  for (const [minute, calls] of minutes) {
    const start = startOf(minute);
    sums.set(start, (sums.get(start) ?? 0) + calls);
  }
  const ends = startOf(end);
  if (!sums.has(ends)) sums.set(ends, 0);
  const slots: (PaceBar | PaceGap)[] = [];
  let next: number | null = null;
  for (const [start, calls] of sums) {
    const empty = next === null ? 0 : (start - next) / step;
    if (next !== null && empty * step >= Math.max(GAP_MINUTES, GAP_BARS * step)) {
      slots.push({ kind: 'gap', at: next * MINUTE_MS });
    } else {
      for (let bar = 0; bar < empty; bar += 1) slots.push(barOf(start - (empty - bar) * step, 0, step));
    }
    slots.push(barOf(start, calls, Math.min(step, end - start + 1)));
    if (slots.length > MAX_PACE_BARS && step < 1_440) return slots;
    next = start + step;
  }
  return slots;
}

function barOf(start: number, calls: number, minutes: number): PaceBar {
  return { kind: 'bar', at: start * MINUTE_MS, minutes, calls, perMinute: calls / minutes };
}
