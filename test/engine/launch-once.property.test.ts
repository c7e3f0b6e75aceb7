import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { numberOf, runImport } from '../worker/import/model/model-import.ts';
import { drawnOf } from '../fixtures/drawn-of.ts';
import type { Scenario } from '../worker/import/model/scenario.ts';
import type { TargetState } from '../../worker/import/outbox/next-step.ts';

/**
 * Runs of each property, of others every time: one whose creates are lost is followed for hours of simulated time.
 */
const RUNS = drawnOf(20, 100);

type Ended = Awaited<ReturnType<typeof runImport>>;

function scenario(change: { [K in keyof Scenario]?: fc.Arbitrary<Scenario[K]> }): fc.Arbitrary<Scenario> {
  return fc.record({
    campaigns: fc.integer({ min: 1, max: 4 }),
    contacts: fc.integer({ min: 1, max: 5 }),
    lists: fc.constant(0),
    listLagMs: fc.constantFrom(0, 1_000, 20_000, 40_000, 80_000, 150_000, 300_000, 600_000),
    chances: fc.array(fc.nat(999), { minLength: 30, maxLength: 150 }),
    faults: fc.nat(25),
    crashes: fc.nat(6),
    presses: fc.constant<readonly TargetState[]>([]),
    ...change,
  });
}

/** How often each contact was called, by all campaigns together. */
function dialsOf({ exotel }: Ended): Map<number, number> {
  const dials = new Map<number, number>();
  for (const campaign of exotel.campaigns) {
    for (const number of exotel.dialledOf(campaign)) {
      const digits = Number(number.slice(1));
      dials.set(digits, (dials.get(digits) ?? 0) + 1);
    }
  }
  return dials;
}

function expectNoneTwice(ended: Ended): void {
  expect([...dialsOf(ended)].filter(([, count]) => count > 1)).toEqual([]);
}

/** Every contact is counted once, and counted as called exactly when Exotel called it. */
function expectAccounted(ended: Ended, { contacts }: Scenario): void {
  const dials = dialsOf(ended);
  for (const { seq, outcomes, unfinished } of ended.rows) {
    expect([sumOutcomes(outcomes), unfinished]).toEqual([contacts, 0]);
    const state = ended.states.get(seq);
    for (let i = 0; i < contacts; i += 1) {
      const called = dials.has(numberOf(seq, i));
      expect(state?.outcome(i) === 'completed').toBe(called);
    }
  }
}

/** By chance one of five makes a duplicate; this one always does. */
const DUPLICATE: Scenario = {
  campaigns: 6,
  contacts: 1,
  lists: 0,
  listLagMs: 70_000,
  // oxfmt-ignore
  chances: [
    309, 0, 0, 855, 442, 417, 171, 272, 720, 450, 531, 289, 526, 360, 136, 394, 150, 165, 788, 643, 193, 452, 286, 472,
    442, 708, 290, 387, 594, 687, 275, 644, 342, 359, 572, 476, 422,
  ],
  faults: 9,
  crashes: 0,
  presses: [],
};

describe('an import whose requests get lost, whose Exotel errs, whose process dies', () => {
  it('launches every campaign exactly once, calls everyone it can once, and comes to its end', async () => {
    await fc.assert(
      fc.asyncProperty(scenario({}), async (each) => {
        const ended = await runImport(each);
        expect(ended.state).toBe('finished');
        ended.letTimePass();
        expectNoneTwice(ended);
        expectAccounted(ended, each);
        const dials = dialsOf(ended);
        for (const { seq, excluded } of ended.rows) {
          // A number that Exotel refused may still be called by an earlier POST whose answer was lost.
          const wanted = Array.from({ length: each.contacts }, (_, i) => numberOf(seq, i));
          expect(wanted.filter((number) => !dials.has(number) && !excluded.includes(number))).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('deletes a duplicate before it rings when Exotel lists what it made later than we prove it absent', async () => {
    let duplicates = 0;
    const slow = { listLagMs: fc.constant(70_000), crashes: fc.constant(0) };
    await fc.assert(
      fc.asyncProperty(
        scenario({ ...slow, campaigns: fc.constant(6), faults: fc.integer({ min: 3, max: 9 }) }),
        async (each) => {
          const ended = await runImport({ ...each, onlyCreatesFail: true });
          ended.letTimePass();
          expect(ended.state).toBe('finished');
          expectNoneTwice(ended);
          duplicates += ended.exotel.campaigns.length - new Set(ended.exotel.campaigns.map(({ name }) => name)).size;
        },
      ),
      { numRuns: RUNS, examples: [[DUPLICATE]] },
    );
    expect(duplicates).toBeGreaterThan(0);
  });

  it('ends silent when it is stopped, whatever was under way: nobody is called after that', async () => {
    const presses = fc.constantFrom<readonly TargetState[]>(
      ['stop'],
      ['pause', 'stop'],
      ['pause', 'run', 'stop'],
      ['run', 'stop', 'stop'],
    );
    await fc.assert(
      fc.asyncProperty(scenario({ presses }), async (each) => {
        const ended = await runImport(each);
        const dials = dialsOf(ended);
        ended.letTimePass();
        expect(dialsOf(ended)).toEqual(dials);
        expectNoneTwice(ended);
        expectAccounted(ended, each);
        expect(['stopped', 'finished']).toContain(ended.state);
      }),
      { numRuns: RUNS },
    );
  });

  it('goes on to its end after any pauses', async () => {
    const presses = fc.constantFrom<readonly TargetState[]>(
      ['pause', 'run'],
      ['pause'],
      ['pause', 'pause', 'run'],
      ['run', 'pause', 'run', 'pause'],
    );
    await fc.assert(
      fc.asyncProperty(scenario({ presses }), async (each) => {
        const ended = await runImport(each);
        expect(ended.state).toBe('finished');
        ended.letTimePass();
        expectNoneTwice(ended);
        expectAccounted(ended, each);
      }),
      { numRuns: RUNS },
    );
  });
});
