import { describe, expect, it } from 'vitest';
import { takePersonTurn, type TurnTaker } from '../../../worker/account/wait-for-turn.ts';
import { LAUNCH, PERSON, READ, SAFETY, admit, leave } from '../../../worker/account/request-budget.ts';
import type { BudgetState, Turn } from '../../../worker/account/request-budget.ts';

/** A clock that advances when somebody sleeps, and the answers to requests for a turn, one after another. */
function taker(...turns: readonly (Turn | { readonly granted: false; readonly inMs: number })[]) {
  const log: string[] = [];
  let now = 1_000;
  let asked = 0;
  const world: TurnTaker = {
    take: async () => {
      log.push('take');
      const turn = turns[Math.min(asked++, turns.length - 1)] ?? { granted: false, retryAt: 0 };
      return 'inMs' in turn ? { granted: false, retryAt: now + turn.inMs } : turn;
    },
    leave: async () => {
      log.push('leave');
    },
    now: () => now,
    sleep: async (ms) => {
      log.push(`sleep ${ms}`);
      now += ms;
    },
  };
  return { world, log };
}

describe('a turn for somebody who waits', () => {
  it('comes at once where one is free', async () => {
    const { world, log } = taker({ granted: true, leaseId: 7 });
    expect(await takePersonTurn(world, 10_000)).toEqual({ ok: true, value: 7 });
    expect(log).toEqual(['take']);
  });

  it('is waited for as long as it comes in time', async () => {
    const { world, log } = taker(
      { granted: false, inMs: 4_000 },
      { granted: false, inMs: 6_000 },
      { granted: true, leaseId: 8 },
    );
    expect(await takePersonTurn(world, 10_000)).toEqual({ ok: true, value: 8 });
    expect(log).toEqual(['take', 'sleep 4000', 'take', 'sleep 6000', 'take']);
  });

  it('is given up, with its place, as soon as it is clear that it comes too late', async () => {
    const { world, log } = taker({ granted: false, inMs: 9_000 }, { granted: false, inMs: 2_000 });
    expect(await takePersonTurn(world, 10_000)).toEqual({ ok: false, error: { code: 'busy', retryAt: 12_000 } });
    expect(log).toEqual(['take', 'sleep 9000', 'take', 'leave']);
  });
});

describe('a place in the queue', () => {
  const RULES = { perMinute: 1, leaseMs: 20_000 };
  const ask = (state: BudgetState, who: string, priority: 0 | 1 | 2, now: number) =>
    admit(state, RULES, { who, priority, now, leaseId: 1 });

  it('of a person is between a stop and reading, and among launches goes by when it was asked for', () => {
    const full: BudgetState = {
      leases: [{ id: 0, grantedAt: 0, doneAt: 0 }],
      waiters: [],
      pausedUntil: 0,
      safetyPausedUntil: 0,
    };
    let { state } = ask(full, 'reader', READ, 59_990);
    ({ state } = ask(state, 'launch', LAUNCH, 59_991));
    ({ state } = ask(state, 'person', PERSON, 59_992));
    ({ state } = ask(state, 'stop', SAFETY, 59_993));
    const granted = ['reader', 'person', 'launch', 'stop'].map((who) => {
      const priority = who === 'reader' ? READ : who === 'stop' ? SAFETY : LAUNCH;
      return ask(state, who, priority, 60_001).granted;
    });
    expect(granted).toEqual([false, false, false, true]);
    expect(ask(leave(state, 'stop'), 'launch', LAUNCH, 60_001).granted).toBe(true);
    expect(ask(leave(leave(state, 'stop'), 'launch'), 'person', PERSON, 60_001).granted).toBe(true);
    expect(ask(leave(leave(state, 'stop'), 'launch'), 'reader', READ, 60_001).granted).toBe(false);
  });
});
