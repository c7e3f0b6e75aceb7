import { describe, expect, it } from 'vitest';
import { SAFETY_RETRY_SECONDS } from '../../shared/safety-limits.ts';
import { createBusyAccount, type Colleague } from './world/busy-account.ts';
import { createEngineWorld, type EngineWorld, type WorldOptions } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import { runAll } from './run-plot.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const SIZE = { campaigns: 2, contactsEach: 120 };
/** Meanwhile a colleague launches and reads a hundred campaigns. */
const BUSY: Colleague = { requests: 400 };
const HOUR_MS = 3_600_000;

function openWorld(colleague: Colleague, lagSeconds = 0, options: Partial<WorldOptions> = {}): Promise<EngineWorld> {
  return createEngineWorld({
    ...SIZE,
    account: (time) => createBusyAccount(time, colleague),
    exotel: { mix: MIX, settings: { listLagMs: lagSeconds * 1000 } },
    ...options,
  });
}

/** Stops or pauses an import that dials. Answers what it did wrong, its state two minutes later, and how it ended. */
async function press(target: 'stop' | 'pause', colleague: Colleague): Promise<string[]> {
  const world = await openWorld(colleague);
  try {
    await world.runUntil(() => world.rows().every(({ sid }) => sid !== null));
    const pressedAt = Math.min(...world.rows().map(({ sendAt }) => sendAt)) + 30_000;
    await world.runUntil(() => world.time.now() >= pressedAt, pressedAt);
    world.steer(target);
    const deadline = pressedAt + (SAFETY_RETRY_SECONDS + 60) * 1000;
    await world.runUntil(() => world.time.now() >= deadline, deadline);
    const state = world.state();
    if (target === 'pause') world.steer('stop');
    await world.runToTheEnd();
    return [...wrongsOf(world).slice(0, 3), state, world.state()];
  } finally {
    await world.close();
  }
}

describe('an import beside a colleague who launches a hundred campaigns', () => {
  it('calls everyone once, though a create exists twice and is listed late', async () => {
    const ends = await runAll([0, 60, 100, 150, 240, 600], async (lag) => {
      const world = await openWorld(BUSY, lag);
      try {
        world.exotel.control.addFaults({ operation: 'create', kind: 'drop_after' });
        await world.runToTheEnd();
        return [...wrongsOf(world).slice(0, 3), world.state()];
      } finally {
        await world.close();
      }
    });
    expect([...new Set(ends.flat())]).toEqual(['finished']);
  });

  it.each(['stop', 'pause'] as const)('is silent within two minutes of %s', async (target) => {
    expect(await press(target, BUSY)).toEqual([target === 'stop' ? 'stopped' : 'paused', 'stopped']);
  });
});

describe('an import of an account that Exotel told to be silent for an hour', () => {
  // The colleague's requests continue until one of them gets the 429, before the import dials.
  const silenced: Colleague = { requests: 400, throttled: { request: 60, retryAfterMs: HOUR_MS } };

  it.each(['stop', 'pause'] as const)('is silent within two minutes of %s all the same', async (target) => {
    expect(await press(target, silenced)).toEqual([target === 'stop' ? 'stopped' : 'paused', 'stopped']);
  });

  it('says so for as long as it is silent, and calls everyone once after it', async () => {
    const world = await openWorld({ requests: 400, throttled: { request: 1, retryAfterMs: HOUR_MS } });
    try {
      const from = world.time.now();
      const told: { minute: number; codes: readonly string[] }[] = [];
      for (let minute = 0; minute <= 70; minute += 10) {
        const at = from + minute * 60_000 + 1;
        await world.runUntil(() => world.time.now() >= at, at);
        told.push({ minute, codes: world.told().filter((code) => code === 'exotel_silent') });
      }
      const silent = told.filter(({ codes }) => codes.length === 1).map(({ minute }) => minute);
      expect(silent).toEqual([0, 10, 20, 30, 40, 50, 60]);
      await world.runToTheEnd();
      expect([...wrongsOf(world), ...world.told(), world.state()]).toEqual(['finished']);
    } finally {
      await world.close();
    }
  });

  it('looks for what is in doubt all the same, and calls everyone once', async () => {
    const world = await openWorld({ requests: 400, throttled: { request: 1, retryAfterMs: HOUR_MS } }, 100);
    try {
      world.exotel.control.addFaults({ operation: 'create', kind: 'drop_after' });
      await world.runToTheEnd();
      expect([...wrongsOf(world), world.state()]).toEqual(['finished']);
    } finally {
      await world.close();
    }
  });
});
