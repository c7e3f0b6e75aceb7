import { describe, expect, it } from 'vitest';
import { createEngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';

/** Each campaign dials for twenty minutes at the account's pace. */
const SIZE = { campaigns: 6, contactsEach: 1_200 };
const HOURS_MS = 3_600_000;
const MIX = { completed: 0.7, 'no-answer': 0.2, busy: 0.1 };

describe('campaigns whose planned starts have passed', () => {
  it('get slots one after another, and all of their people are called', async () => {
    const world = await createEngineWorld({ ...SIZE, exotel: { mix: MIX } });
    try {
      world.exotel.control.addFaults({ operation: 'create', kind: 'payment_required' });
      const heldUntil = world.time.now() + 9 * HOURS_MS;
      await world.runUntil(() => world.time.now() >= heldUntil, heldUntil);
      world.steer('run');
      await world.runUntil(() => world.rows().every(({ sid }) => sid !== null));
      const starts = world.rows().map(({ sendAt }) => sendAt);
      const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
      expect(gaps.filter((gap) => gap < 20 * 60_000)).toEqual([]);
      await world.runToTheEnd();
      expect([...wrongsOf(world).slice(0, 3), world.state()]).toEqual(['finished']);
    } finally {
      await world.close();
    }
  });
});
