import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admit,
  LAUNCH,
  leave,
  PERSON,
  READ,
  settle,
  throttlePauseMs,
  SAFETY,
  type BudgetRules,
  type BudgetState,
  type Priority,
} from '../../../worker/account/request-budget.ts';

const MINUTE_MS = 60_000;
const EMPTY: BudgetState = { leases: [], waiters: [], pausedUntil: 0, safetyPausedUntil: 0 };

/** The account as its users see it: each lease gets an id, and its answer is reported. */
function createAccount(rules: BudgetRules) {
  let state = EMPTY;
  let ids = 0;
  return {
    ask(who: string, priority: Priority, now: number): { leaseId: number } | { retryAt: number } {
      const admission = admit(state, rules, { who, priority, now, leaseId: (ids += 1) });
      state = admission.state;
      return admission.granted ? { leaseId: ids } : { retryAt: admission.retryAt };
    },
    answer(leaseId: number, now: number, pauseMs: number | null = null): void {
      state = settle(state, { leaseId, now, pauseMs });
    },
    /** Whether a request would be granted at this moment; it makes no request. */
    hasPlaceFor: (who: string, priority: Priority, now: number): boolean =>
      admit(state, rules, { who, priority, now, leaseId: 0 }).granted,
    leave: (who: string) => void (state = leave(state, who)),
    leases: () => state.leases.length,
  };
}

interface Sender {
  readonly priority: Priority;
  /** The latency of its requests, how late it returns, and at which part of the latency Exotel counts the arrival. */
  readonly draws: readonly { readonly latency: number; readonly late: number; readonly arrival: number }[];
  readonly crashes: boolean;
}

/** All senders ask as often as they may. Returns when each request arrived at Exotel. */
function simulate(rules: BudgetRules, senders: readonly Sender[], untilMs: number): number[] {
  const account = createAccount(rules);
  const arrivals: number[] = [];
  const queue = senders.map((sender, i) => ({ at: i * 7, turn: 0, sender, who: `sender ${i}` }));
  const answers: { at: number; leaseId: number }[] = [];
  for (;;) {
    queue.sort((a, b) => a.at - b.at);
    answers.sort((a, b) => a.at - b.at);
    const [next] = queue;
    if (next === undefined || next.at > untilMs) return arrivals;
    while (answers[0] !== undefined && answers[0].at <= next.at) {
      const { leaseId, at } = answers[0];
      account.answer(leaseId, at);
      answers.shift();
    }
    const draw = next.sender.draws[next.turn % next.sender.draws.length] ?? { latency: 1, late: 0, arrival: 0 };
    next.turn += 1;
    const asked = account.ask(next.who, next.sender.priority, next.at);
    if ('retryAt' in asked) {
      next.at = Math.max(asked.retryAt, next.at) + draw.late;
      continue;
    }
    arrivals.push(next.at + draw.latency * draw.arrival);
    if (!next.sender.crashes) answers.push({ at: next.at + draw.latency, leaseId: asked.leaseId });
    next.at += draw.latency + 1;
  }
}

function mostInAnyMinute(arrivals: readonly number[]): number {
  const sorted = arrivals.toSorted((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [to, at] of sorted.entries()) {
    while (at - (sorted[from] ?? at) >= MINUTE_MS) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

const sender = fc.record({
  priority: fc.constantFrom<Priority>(SAFETY, LAUNCH, READ),
  crashes: fc.boolean(),
  draws: fc.array(
    fc.record({
      latency: fc.integer({ min: 1, max: 20_000 }),
      late: fc.integer({ min: 0, max: 8_000 }),
      arrival: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('the request budget', () => {
  it('lets no more than its number arrive in any 60 seconds, whatever the latencies, priorities and crashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(sender, { minLength: 1, maxLength: 6 }), (n, senders) => {
        const arrivals = simulate({ perMinute: n, leaseMs: 20_000 }, senders, 6 * MINUTE_MS);
        expect(mostInAnyMinute(arrivals)).toBeLessThanOrEqual(n);
        expect(arrivals.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('uses at least 95 % of itself when answers take up to two seconds', () => {
    const latencies = [300, 450, 800, 1_200, 2_000, 350, 500];
    const busy: Sender = {
      priority: LAUNCH,
      crashes: false,
      draws: latencies.map((latency) => ({ latency, late: 20, arrival: 0.5 })),
    };
    const minutes = 30;
    const arrivals = simulate({ perMinute: 30, leaseMs: 20_000 }, [busy], minutes * MINUTE_MS);
    expect(arrivals.length).toBeGreaterThanOrEqual(30 * minutes * 0.95);
    expect(mostInAnyMinute(arrivals)).toBe(30);
  });

  it('gives a free place to a stop before a launch, and to a launch before a reading, whoever asked first', () => {
    const account = createAccount({ perMinute: 1, leaseMs: 1000 });
    const first = account.ask('first', READ, 0);
    if ('leaseId' in first) account.answer(first.leaseId, 0);
    const order: [string, Priority][] = [
      ['reading', READ],
      ['launch', LAUNCH],
      ['stop', SAFETY],
    ];
    for (const [i, [who, priority]] of order.entries()) account.ask(who, priority, 58_000 + i);
    for (const [who, priority] of order.slice(0, 2))
      expect(account.ask(who, priority, 60_001)).toHaveProperty('retryAt');
    expect(account.ask('stop', SAFETY, 60_002)).toHaveProperty('leaseId');
  });

  it('serves equals in the order they first asked', () => {
    const account = createAccount({ perMinute: 2, leaseMs: 1000 });
    for (const who of ['x', 'y']) {
      const asked = account.ask(who, READ, 0);
      if ('leaseId' in asked) account.answer(asked.leaseId, who === 'x' ? 0 : 30_000);
    }
    account.ask('early', READ, 57_000);
    account.ask('late', READ, 58_000);
    expect(account.ask('late', READ, 60_100)).toHaveProperty('retryAt');
    expect(account.ask('early', READ, 60_200)).toHaveProperty('leaseId');
  });

  it('forgets a waiter who does not come back', () => {
    const account = createAccount({ perMinute: 1, leaseMs: 1000 });
    const first = account.ask('first', READ, 0);
    if ('leaseId' in first) account.answer(first.leaseId, 0);
    expect(account.ask('gone', SAFETY, 1)).toEqual({ retryAt: 60_000 });
    expect(account.ask('patient', READ, 60_001)).toHaveProperty('retryAt');
    expect(account.ask('patient', READ, 65_001)).toHaveProperty('leaseId');
  });

  it('says when to come back: a minute after the answer that frees a place', () => {
    const account = createAccount({ perMinute: 1, leaseMs: 20_000 });
    const first = account.ask('first', READ, 1_000);
    expect(account.ask('second', READ, 1_100)).toEqual({ retryAt: 1_350 });
    if ('leaseId' in first) account.answer(first.leaseId, 3_000);
    expect(account.ask('second', READ, 3_100)).toEqual({ retryAt: 63_000 });
  });

  it('takes back the place of a holder who crashed once its time and a minute are over', () => {
    const account = createAccount({ perMinute: 1, leaseMs: 20_000 });
    account.ask('crashed', LAUNCH, 0);
    expect(account.ask('next', LAUNCH, 79_999)).toHaveProperty('retryAt');
    expect(account.ask('next', LAUNCH, 80_001)).toHaveProperty('leaseId');
    expect(account.leases()).toBe(1);
  });

  it('is silent for as long as Exotel asks, for everyone, up to a minute', () => {
    const account = createAccount({ perMinute: 30, leaseMs: 20_000 });
    const first = account.ask('first', LAUNCH, 0);
    if ('leaseId' in first) account.answer(first.leaseId, 100, 30_000);
    expect(account.ask('launch', LAUNCH, 5_000)).toEqual({ retryAt: 30_100 });
    account.leave('launch');
    expect(account.ask('stop', SAFETY, 5_000)).toEqual({ retryAt: 30_100 });
    expect(account.ask('stop', SAFETY, 30_100)).toHaveProperty('leaseId');
  });

  it('tries safety again within a minute of any 429, one request at a time, and nothing else before its time', () => {
    const account = createAccount({ perMinute: 30, leaseMs: 20_000 });
    const first = account.ask('colleague', LAUNCH, 0);
    if ('leaseId' in first) account.answer(first.leaseId, 100, 3_600_000);
    expect(account.ask('stop', SAFETY, 5_000)).toEqual({ retryAt: 60_100 });
    expect(account.ask('launch', LAUNCH, 60_100)).toEqual({ retryAt: 3_600_100 });
    expect(account.ask('reading', READ, 60_100)).toEqual({ retryAt: 3_600_100 });
    const tried = account.ask('stop', SAFETY, 60_100);
    expect(tried).toHaveProperty('leaseId');
    expect(account.ask('look', SAFETY, 60_200)).toEqual({ retryAt: 60_450 });
    if ('leaseId' in tried) account.answer(tried.leaseId, 60_300, 3_600_000);
    expect(account.ask('look', SAFETY, 60_450)).toEqual({ retryAt: 120_300 });
    expect(account.ask('look', SAFETY, 120_300)).toHaveProperty('leaseId');
  });

  it('goes on with safety at once when the one request that was tried is answered', () => {
    const account = createAccount({ perMinute: 30, leaseMs: 20_000 });
    const first = account.ask('colleague', LAUNCH, 0);
    if ('leaseId' in first) account.answer(first.leaseId, 100, 3_600_000);
    const tried = account.ask('stop', SAFETY, 60_100);
    if ('leaseId' in tried) account.answer(tried.leaseId, 60_300);
    expect(account.ask('stop', SAFETY, 60_301)).toHaveProperty('leaseId');
    expect(account.ask('launch', LAUNCH, 60_302)).toEqual({ retryAt: 3_600_100 });
  });

  it('keeps the next place for safety, however many launch, read and ask for people', () => {
    const ordinary = fc.array(
      fc.record({
        priority: fc.constantFrom(LAUNCH, PERSON, READ),
        late: fc.integer({ min: 0, max: 3_000 }),
        latency: fc.integer({ min: 1, max: 15_000 }),
      }),
      { minLength: 1, maxLength: 120 },
    );
    fc.assert(
      fc.property(ordinary, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 180_000 }), (others, n, at) => {
        const account = createAccount({ perMinute: n, leaseMs: 20_000 });
        const answers: { at: number; leaseId: number }[] = [];
        const asking = others.map((other, index) => ({ ...other, who: `other ${index}`, at: index }));
        const safety = { who: 'stop', at, priority: SAFETY, late: 0, latency: 300 };
        for (;;) {
          const [next] = [...asking, safety].toSorted((a, b) => a.at - b.at);
          if (next === undefined) return;
          for (const each of answers.filter((answer) => answer.at <= next.at)) account.answer(each.leaseId, each.at);
          answers.splice(0, answers.length, ...answers.filter((answer) => answer.at > next.at));
          const asked = account.ask(next.who, next.priority, next.at);
          const isGranted = 'leaseId' in asked;
          if (next === safety && isGranted) return;
          // If two places become free at once, another sender gets one, and the other is kept for the stop.
          if (isGranted && next.at > at) expect(account.hasPlaceFor('stop', SAFETY, next.at)).toBe(true);
          if (isGranted) answers.push({ at: next.at + next.latency, leaseId: asked.leaseId });
          next.at = isGranted ? next.at + next.latency : Math.max(asked.retryAt, next.at) + next.late;
        }
      }),
      { numRuns: 150, examples: [[[{ priority: LAUNCH, late: 1, latency: 1 }], 2, 59_752]] },
    );
  });

  it('is not silent for longer where the clock was turned back by hours', () => {
    const account = createAccount({ perMinute: 2, leaseMs: 20_000 });
    const later = 3 * 3_600_000;
    account.ask('first', LAUNCH, later);
    const second = account.ask('second', LAUNCH, later);
    if ('leaseId' in second) account.answer(second.leaseId, later + 100, 60_000);
    account.ask('stop', SAFETY, later + 200);
    expect(account.ask('stop', SAFETY, 0)).toHaveProperty('leaseId');
    expect(account.ask('launch', LAUNCH, 0)).toHaveProperty('leaseId');
    expect(account.ask('reading', READ, 0)).toEqual({ retryAt: 250 });
  });

  it('is not made shorter by a shorter pause', () => {
    const account = createAccount({ perMinute: 30, leaseMs: 20_000 });
    const leases = ['a', 'b'].map((who) => account.ask(who, LAUNCH, 0));
    for (const [i, lease] of leases.entries()) {
      if ('leaseId' in lease) account.answer(lease.leaseId, 100, i === 0 ? 30_000 : 1_000);
    }
    expect(account.ask('c', LAUNCH, 5_000)).toEqual({ retryAt: 30_100 });
  });
});

describe('a pause after a 429', () => {
  it('is what Exotel says, zero included', () => {
    expect([throttlePauseMs(7_000, 3), throttlePauseMs(0, 3)]).toEqual([7_000, 0]);
  });

  it('doubles with each 429 in a row when Exotel says nothing, up to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map((inARow) => throttlePauseMs(null, inARow))).toEqual([
      4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
  });
});
