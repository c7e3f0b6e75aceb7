import { HEALTH_SAMPLES_COUNT, MIN_HEALTH_PROOF_SECONDS, MIN_HEALTH_SAMPLE_SECONDS } from '../people-limits.ts';
import type { Channel } from '../template/template-schema.ts';
import type { Settings } from '../protocol/settings.ts';

/** How calls or messages ended so far, as sums that only grow. */
export interface CallHealth {
  readonly ended: number;
  readonly answered: number;
  /** Answered calls with a known length, and how many of these were cut short. */
  readonly timed: number;
  readonly short: number;
  readonly dnd: number;
}

export interface HealthSample extends CallHealth {
  /** Epoch ms. */
  readonly at: number;
}

export const BRAKE_FIGURES = ['dndShare', 'shortShare', 'connectRate', 'deliveryRate'] as const;
export type BrakeFigure = (typeof BRAKE_FIGURES)[number];

/** Which figure crossed its limit, out of how many calls or messages, in how many minutes. Shares in percent. */
export interface Braked {
  readonly figure: BrakeFigure;
  readonly percent: number;
  readonly limit: number;
  readonly calls: number;
  readonly minutes: number;
}

type Brake = Settings['brake'];

const MINUTE_MS = 60_000;
export const NO_HEALTH: CallHealth = { ended: 0, answered: 0, timed: 0, short: 0, dnd: 0 };

export function addHealth(left: CallHealth, right: CallHealth): CallHealth {
  return {
    ended: left.ended + right.ended,
    answered: left.answered + right.answered,
    timed: left.timed + right.timed,
    short: left.short + right.short,
    dnd: left.dnd + right.dnd,
  };
}

/** Adds a sample and keeps about twenty: from the one a whole span ago until now. */
export function withSample(
  samples: readonly HealthSample[],
  now: HealthSample,
  { minutes }: Pick<Brake, 'minutes'>,
): readonly HealthSample[] {
  const from = now.at - minutes * MINUTE_MS;
  const first = samples.findLastIndex(({ at }) => at <= from);
  const kept = samples.slice(Math.max(0, first));
  const gap = Math.max(MIN_HEALTH_SAMPLE_SECONDS * 1000, (minutes * MINUTE_MS) / HEALTH_SAMPLES_COUNT);
  const last = kept.at(-1);
  return last !== undefined && now.at - last.at < gap ? kept : [...kept, now];
}

/**
 * Compares what ended since the oldest sample with the team's limits; null if no limit is crossed, or too few calls
 * ended to prove it. Failed calls end sooner than answered ones, so the first ends of a burst prove nothing.
 */
export function judgeHealth(
  brake: Brake,
  channel: Channel,
  samples: readonly HealthSample[],
  now: HealthSample,
): Braked | null {
  const [from] = samples;
  if (!brake.enabled || from === undefined) return null;
  const heard = samples.find(({ ended }) => ended > from.ended);
  if (heard === undefined || now.at - heard.at < proofMs(brake)) return null;
  const since = (name: keyof CallHealth): number => Math.max(0, now[name] - from[name]);
  const calls = since('ended');
  const minutes = Math.max(1, Math.round((now.at - from.at) / MINUTE_MS));
  const above = (figure: BrakeFigure, part: number, of: number, limit: number): Braked | null =>
    of >= brake.minCalls && part * 100 > limit * of
      ? { figure, percent: toPercent(part, of), limit, calls: of, minutes }
      : null;
  const below = (figure: BrakeFigure, part: number, limit: number): Braked | null =>
    calls >= brake.minCalls && part * 100 < limit * calls
      ? { figure, percent: toPercent(part, calls), limit, calls, minutes }
      : null;
  if (channel === 'sms') return below('deliveryRate', since('answered'), brake.deliveryRate);
  return (
    above('dndShare', since('dnd'), calls, brake.dndShare) ??
    above('shortShare', since('short'), since('timed'), brake.shortShare) ??
    below('connectRate', since('answered'), brake.connectRate)
  );
}

/** Part of the span, because with a span of one minute the first report is hardly ever a whole minute old. */
function proofMs({ minutes }: Pick<Brake, 'minutes'>): number {
  return Math.min(MIN_HEALTH_PROOF_SECONDS * 1000, (minutes * MINUTE_MS) / 4);
}

/** In percent, to one decimal. */
function toPercent(part: number, of: number): number {
  return Math.round((part / of) * 1000) / 10;
}
