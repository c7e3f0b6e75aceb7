import { expect, it } from 'vitest';
import { createEngineWorld } from '../world/engine-world.ts';

/** Everybody of a campaign asks not to be called while nobody knows whether it was made. It is listed 100 s late. */
it.each(['drop_after', 'drop_before'] as const)(
  'a campaign whose people all asked meanwhile not to be called is ended once it is found (%s)',
  async (kind) => {
    const world = await createEngineWorld({
      campaigns: 1,
      contactsEach: 3,
      exotel: { settings: { listLagMs: 100_000 } },
      around: (deps) => ({
        ...deps,
        suppressed: (row) =>
          Promise.resolve(deps.row(1).attempts === 0 ? new Float64Array() : deps.numbers(row).slice()),
      }),
    });
    try {
      world.exotel.control.addFaults({ operation: 'create', kind, count: 1 });
      await world.runToTheEnd();
      world.time.pass(3_600_000);
      expect(world.exotel.control.ledger().dials).toEqual([]);
      expect([world.state(), ...new Set(Object.values(world.outcomes()))]).toEqual(['finished', 'suppressed']);
    } finally {
      await world.close();
    }
  },
);
