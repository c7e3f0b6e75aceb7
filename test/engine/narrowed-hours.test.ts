import { describe, expect, it } from 'vitest';
import { liesWithin } from '../../shared/plan/open-hours.ts';
import { createEngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';

const SIZE = { campaigns: 3, contactsEach: 120 };
const NARROWER = { openMinute: 14 * 60, closeMinute: 17 * 60 };

describe('an import planned before the calling hours were narrowed', () => {
  it('calls everyone once, inside the hours there are when each campaign is made', async () => {
    const world = await createEngineWorld({
      ...SIZE,
      exotel: { mix: { completed: 0.7, 'no-answer': 0.3 } },
      around: (deps) => ({ ...deps, account: { ...deps.account, window: NARROWER } }),
    });
    try {
      await world.runToTheEnd();
      const hours = { window: NARROWER, timeZone: 'Asia/Kolkata' };
      expect(world.rows().filter((row) => !liesWithin(hours, row))).toEqual([]);
      expect([...wrongsOf(world), world.state()]).toEqual(['finished']);
    } finally {
      await world.close();
    }
  });
});
