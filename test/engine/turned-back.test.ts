import { describe, expect, it } from 'vitest';
import { createEngineWorld, type EngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import type { FaultRuleChange } from '../exotel/faults/faults.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const HOUR_MS = 3_600_000;

/** Plays some seconds; the Worker is woken every few of them, as by its trigger. */
async function pass(world: EngineWorld, seconds: number, done: () => boolean): Promise<void> {
  for (let at = 0; at < seconds && !done(); at += 5) {
    let runs = 0;
    await world.runUntil(() => runs++ > 0, world.time.now());
    world.time.pass(5_000);
  }
}

/** Plays an import whose Worker's clock is turned by hours while it waits; a stop is pressed before or after. */
async function play(
  hours: number,
  fault: FaultRuleChange,
  until: (world: EngineWorld) => boolean,
): Promise<readonly unknown[]> {
  let skew = 0;
  const world = await createEngineWorld({
    campaigns: 2,
    contactsEach: 600,
    exotel: { mix: MIX },
    around: (deps) => ({ ...deps, now: () => deps.now() + skew }),
  });
  try {
    await world.runUntil(() => world.rows().some(({ state }) => state === 'in_progress'));
    world.exotel.control.addFaults(fault);
    world.steer('stop');
    await pass(world, 600, () => until(world));
    skew = hours * HOUR_MS;
    await pass(world, 1_200, () => world.state() === 'stopped');
    const state = world.state();
    await pass(world, 3_000, () => world.rows().every(({ closed }) => closed));
    return [state, ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

describe('where the clock of the Worker is turned back by hours', () => {
  it.each([
    ['a pause failed', { operation: 'action', kind: 'error_before', count: 2 }],
    ['a reading failed', { operation: 'list', kind: 'error_before', count: 2 }],
  ] as const)('a stop goes on at once, though %s just before', async (_, fault) => {
    const isMet = (world: EngineWorld) => (world.exotel.control.faults()[0]?.hits ?? 0) > 0;
    expect(await play(-3, fault, isMet)).toEqual(['stopped']);
  });
});
