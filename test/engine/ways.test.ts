import { describe, expect, it } from 'vitest';
import { createEngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import { WAYS } from './world/world-template.ts';

describe('an import', () => {
  it.each(WAYS)('whose contacts travel %s is launched once and accounted for', async (way) => {
    const mix = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
    const world = await createEngineWorld({ way, campaigns: 3, contactsEach: 60, exotel: { mix } });
    try {
      await world.runUntil(() => world.rows().every((row) => row.closed));
      expect([world.state(), wrongsOf(world)]).toEqual(['finished', []]);
    } finally {
      await world.close();
    }
  });
});
