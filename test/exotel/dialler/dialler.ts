import { isTerminal } from '../campaigns/campaign-status.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { createEventHeap } from './event-heap.ts';
import { createFifo } from './fifo.ts';
import type { Dial } from '../control/ledger.ts';
import type { CallResult, OutcomeScript, ScriptedCall } from './outcome-script.ts';
import {
  recordAbandoned,
  recordAttempt,
  recordCallEnd,
  recordCallStart,
  recordDone,
  recordWaiting,
} from './progress.ts';
import { nextRetryAt, retryAfter, takeDueRetry } from './retry-queues.ts';
import type { Settings } from '../control/settings.ts';

/** Events that others are told of; every instant is virtual. */
export type DiallerEvents = {
  readonly onDial: (dial: Dial) => void;
  readonly onCallEnd: (dial: Dial, call: number, at: number) => void;
  /** A number will not be called again. */
  readonly onNumberDone: (campaign: Campaign, numberIndex: number, at: number) => void;
  readonly onStart: (campaign: Campaign, at: number) => void;
  readonly onFinish: (campaign: Campaign, at: number) => void;
};

export type Dialler = {
  /** Sets the alarms of a campaign's schedule; called again after each change of the schedule. */
  readonly schedule: (campaign: Campaign) => void;
  /** Stops new calls; calls in progress finish. */
  readonly pause: (campaign: Campaign, at: number) => void;
  /** Resumes a campaign that was paused after its start, or starts one whose `send_at` has passed meanwhile. */
  readonly goOn: (campaign: Campaign, at: number) => void;
  /** Ends a campaign at once. */
  readonly finish: (campaign: Campaign, status: 'completed' | 'failed' | 'canceled', at: number) => void;
  readonly nextAt: () => number | null;
  /** Does what is due by `until`, at most `budget` steps. Answers the instant that it reached. */
  readonly advance: (until: number, budget: number) => number;
  readonly isBusy: () => boolean;
};

type Happening =
  | { readonly kind: 'start' | 'end'; readonly campaign: Campaign; readonly version: number }
  | { readonly kind: 'wake'; readonly campaign: Campaign }
  | {
      readonly kind: 'hang_up';
      readonly campaign: Campaign;
      readonly dial: Dial;
      readonly call: number;
      readonly scripted: ScriptedCall;
    };

const MINUTE_MS = 60_000;

/**
 * The engine; it changes only its own state. Calls are spaced evenly at the account's calls per minute, campaigns take
 * turns, a campaign with a throttle is no faster than its throttle, and a due retry goes before a first attempt.
 */
export function createDialler(settings: Settings, script: OutcomeScript, events: DiallerEvents): Dialler {
  const happenings = createEventHeap<Happening>();
  const ring = createFifo<Campaign>();
  let now = 0;
  let running = 0;
  let liveCalls = 0;
  let accountFreeAt = 0;

  function schedule(campaign: Campaign): void {
    const version = campaign.scheduleVersion;
    happenings.push(campaign.spec.sendAt, { kind: 'start', campaign, version });
    happenings.push(campaign.spec.endAt, { kind: 'end', campaign, version });
  }

  function nextAt(): number | null {
    const happening = happenings.peekAt();
    if (ring.size() === 0) return happening;
    const dial = Math.max(accountFreeAt, now);
    return happening === null ? dial : Math.min(happening, dial);
  }

  function advance(until: number, budget: number): number {
    for (let left = budget; left > 0; left -= 1) {
      const next = nextAt();
      if (next === null || next > until) {
        now = Math.max(now, until);
        return until;
      }
      now = Math.max(now, next);
      const happening = happenings.peekAt();
      if (happening !== null && happening <= now) happen();
      else dialNext();
    }
    return now;
  }

  function happen(): void {
    const happening = happenings.pop()?.value;
    if (happening === undefined) return;
    const { campaign } = happening;
    switch (happening.kind) {
      case 'start':
        if (happening.version === campaign.scheduleVersion && campaign.status === 'created') start(campaign);
        return;
      case 'end':
        if (happening.version === campaign.scheduleVersion) endOfSchedule(campaign);
        return;
      case 'wake':
        if (campaign.wakeAt > now) return;
        campaign.wakeAt = Number.POSITIVE_INFINITY;
        lineUp(campaign);
        return;
      case 'hang_up':
        hangUp(happening.dial, happening.call, happening.scripted);
    }
  }

  function start(campaign: Campaign): void {
    campaign.status = 'in-progress';
    campaign.startedAt = now;
    campaign.updatedAt = now;
    running += 1;
    campaign.counters.add(now, 'created', campaign.spec.numbers.length);
    events.onStart(campaign, now);
    lineUp(campaign);
    // A campaign of empty lists has nobody to wait for.
    finishIfDone(campaign);
  }

  function pause(campaign: Campaign, at: number): void {
    now = Math.max(now, at);
    if (campaign.status === 'in-progress') running -= 1;
    campaign.status = 'paused';
    campaign.updatedAt = now;
  }

  function goOn(campaign: Campaign, at: number): void {
    now = Math.max(now, at);
    campaign.status = 'in-progress';
    campaign.updatedAt = now;
    if (campaign.startedAt === null) start(campaign);
    else {
      running += 1;
      lineUp(campaign);
      finishIfDone(campaign);
    }
  }

  function endOfSchedule(campaign: Campaign): void {
    if (campaign.status === 'paused') finish(campaign, 'canceled', now);
    if (campaign.status !== 'in-progress') return;
    campaign.closing = true;
    if (campaign.live === 0) finish(campaign, campaign.callsMade > 0 ? 'completed' : 'failed', now);
  }

  /** Puts a campaign into the ring if it can dial, wakes it later if it can dial later, or does neither. */
  function lineUp(campaign: Campaign): void {
    if (campaign.inRing || campaign.status !== 'in-progress' || campaign.closing) return;
    const readyAt = campaign.nextFresh < campaign.spec.numbers.length ? now : nextRetryAt(campaign.retries);
    const dialAt = Math.max(readyAt, campaign.throttledUntil);
    if (dialAt <= now) {
      campaign.inRing = true;
      ring.push(campaign);
    } else if (dialAt < campaign.wakeAt) {
      campaign.wakeAt = dialAt;
      happenings.push(dialAt, { kind: 'wake', campaign });
    }
  }

  function takeNumber(campaign: Campaign): number | null {
    const retry = takeDueRetry(campaign.retries, now);
    if (retry !== null || campaign.nextFresh >= campaign.spec.numbers.length) return retry;
    campaign.nextFresh += 1;
    return campaign.nextFresh - 1;
  }

  function dialNext(): void {
    const campaign = ring.shift();
    if (campaign === undefined) return;
    campaign.inRing = false;
    if (campaign.status !== 'in-progress' || campaign.closing) return;
    const numberIndex = takeNumber(campaign);
    if (numberIndex !== null) dial(campaign, numberIndex);
    lineUp(campaign);
  }

  function dial(campaign: Campaign, numberIndex: number): void {
    const attempt = (campaign.attempts[numberIndex] ?? 0) + 1;
    const scripted = script.callOf(campaign.spec.numbers[numberIndex] ?? '', attempt);
    const isBlocked = scripted.result === 'dnd' || scripted.result === 'invalid';
    const call = isBlocked && settings.blockedNumber === 'no_call' ? null : campaign.callsMade;
    const dial: Dial = { campaign, numberIndex, at: now, attempt, result: scripted.result, call };

    accountFreeAt = now + MINUTE_MS / settings.callsPerMinute;
    if (campaign.spec.throttle !== null) campaign.throttledUntil = now + MINUTE_MS / campaign.spec.throttle;
    recordAttempt(dial);
    events.onDial(dial);
    if (call === null) {
      settle(campaign, numberIndex);
      finishIfDone(campaign);
      return;
    }
    recordCallStart(dial);
    liveCalls += 1;
    happenings.push(now + scripted.seconds * 1_000, { kind: 'hang_up', campaign, dial, call, scripted });
  }

  function hangUp(dial: Dial, call: number, scripted: ScriptedCall): void {
    const { campaign, numberIndex, attempt, result } = dial;
    recordCallEnd(dial, call, scripted, now);
    liveCalls -= 1;
    events.onCallEnd(dial, call, now);
    if (!holdForRetry(campaign, numberIndex, attempt, result)) settle(campaign, numberIndex);
    finishIfDone(campaign);
  }

  function holdForRetry(campaign: Campaign, numberIndex: number, attempt: number, result: CallResult): boolean {
    if (isTerminal(campaign.status)) return false;
    const dueAt = retryAfter(campaign.spec, result, attempt, now);
    if (dueAt === null) return false;
    campaign.retries[attempt - 1]?.push({ numberIndex, dueAt });
    recordWaiting(campaign, numberIndex, now);
    lineUp(campaign);
    return true;
  }

  function settle(campaign: Campaign, numberIndex: number): void {
    recordDone(campaign, numberIndex, now);
    events.onNumberDone(campaign, numberIndex, now);
  }

  function finishIfDone(campaign: Campaign): void {
    const isOver = campaign.closing && campaign.live === 0;
    // If it is paused between its end and the last hang-up, no other end of schedule will end it.
    if (campaign.status === 'paused' && isOver) finish(campaign, 'canceled', now);
    if (campaign.status !== 'in-progress') return;
    const isDone = campaign.finished === campaign.spec.numbers.length || isOver;
    if (isDone) finish(campaign, campaign.callsMade > 0 ? 'completed' : 'failed', now);
  }

  function finish(campaign: Campaign, status: 'completed' | 'failed' | 'canceled', at: number): void {
    now = Math.max(now, at);
    if (campaign.status === 'in-progress') running -= 1;
    campaign.status = status;
    campaign.updatedAt = now;
    for (const numberIndex of recordAbandoned(campaign, now)) events.onNumberDone(campaign, numberIndex, now);
    events.onFinish(campaign, now);
  }

  return { schedule, pause, goOn, finish, nextAt, advance, isBusy: () => running > 0 || liveCalls > 0 };
}
