import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { isLeft } from '../../../worker/import/outbox/orphan-lists.ts';
import { isUnused } from '../../../worker/import/outbox/campaign-lists.ts';
import { numberOf, runImport } from './model/model-import.ts';
import type { Scenario } from './model/scenario.ts';
import type { TargetState } from '../../../worker/import/outbox/next-step.ts';

type Ended = Awaited<ReturnType<typeof runImport>>;

function scenario(change: { [K in keyof Scenario]?: fc.Arbitrary<Scenario[K]> }): fc.Arbitrary<Scenario> {
  return fc.record({
    campaigns: fc.integer({ min: 1, max: 4 }),
    contacts: fc.integer({ min: 2, max: 9 }),
    lists: fc.integer({ min: 1, max: 3 }),
    listLagMs: fc.constantFrom(0, 1_000, 20_000, 40_000),
    chances: fc.array(fc.nat(999), { minLength: 30, maxLength: 150 }),
    faults: fc.nat(25),
    crashes: fc.nat(6),
    presses: fc.constant<readonly TargetState[]>([]),
    ...change,
  });
}

/** How many lists that are not deleted hold each number; those Exotel let nobody delete are told of, and called by none. */
function listsPerNumber({ exotel, rows }: Ended): Map<number, number> {
  const left = rows.filter(isUnused).flatMap(({ lists }) => lists.flatMap(({ orphans }) => orphans.filter(isLeft)));
  const told = new Set(left.map(({ sid }) => sid));
  const held = new Map<number, number>();
  for (const list of exotel.lists) {
    if (list.deletedAt !== null || told.has(list.sid)) continue;
    for (const number of new Set(list.uploads.flatMap(({ taken }) => taken))) {
      const digits = Number(number.slice(1));
      held.set(digits, (held.get(digits) ?? 0) + 1);
    }
  }
  return held;
}

function expectListsKept(ended: Ended, { contacts }: Scenario): void {
  expect(ended.exotel.early).toEqual([]);
  expect(ended.exotel.lists.filter(({ uploads }) => uploads.length > 1)).toEqual([]);
  const held = listsPerNumber(ended);
  for (const row of ended.rows) {
    const counts = Array.from({ length: contacts }, (_, i) => held.get(numberOf(row.seq, i)) ?? 0);
    // Whom Exotel did not take is in none; it says how many they are.
    const taken = isUnused(row) ? 0 : row.lists.reduce((sum, list) => sum + (list.counts?.success ?? 0), 0);
    expect(counts.filter((count) => count === 1).length).toBe(taken);
    expect(counts.filter((count) => count > 1)).toEqual([]);
  }
}

function expectNoneTwice(ended: Ended, { contacts }: Scenario): void {
  const dialled = ended.exotel.campaigns.flatMap((campaign) => ended.exotel.dialledOf(campaign));
  expect(new Set(dialled).size).toBe(dialled.length);
  for (const { outcomes, unfinished } of ended.rows) expect([sumOutcomes(outcomes), unfinished]).toEqual([contacts, 0]);
}

describe('an import of lists whose uploads get lost, cut short or forgotten', () => {
  it('puts every contact in exactly one list, makes each campaign once its lists are complete, and calls each once', async () => {
    await fc.assert(
      fc.asyncProperty(scenario({}), async (each) => {
        const ended = await runImport(each);
        expect(ended.state).toBe('finished');
        ended.letTimePass();
        expectListsKept(ended, each);
        expectNoneTwice(ended, each);
        for (const row of ended.rows) {
          const called = ended.exotel.campaigns
            .filter(({ name }) => name === row.name)
            .flatMap((campaign) => ended.exotel.dialledOf(campaign));
          expect(called.length).toBe(row.lists.reduce((sum, { counts }) => sum + (counts?.success ?? 0), 0));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves no list that no campaign calls when it is stopped', async () => {
    const presses = fc.constantFrom<readonly TargetState[]>(['stop'], ['pause', 'stop'], ['pause', 'run', 'stop']);
    await fc.assert(
      fc.asyncProperty(scenario({ presses }), async (each) => {
        const ended = await runImport(each);
        expect(['stopped', 'finished']).toContain(ended.state);
        expectListsKept(ended, each);
        expectNoneTwice(ended, each);
      }),
      { numRuns: 400 },
    );
  });

  it('goes on to its end after any pauses', async () => {
    const presses = fc.constantFrom<readonly TargetState[]>(
      ['pause', 'run'],
      ['pause'],
      ['run', 'pause', 'run', 'pause'],
    );
    await fc.assert(
      fc.asyncProperty(scenario({ presses }), async (each) => {
        const ended = await runImport(each);
        expect(ended.state).toBe('finished');
        expectListsKept(ended, each);
        expectNoneTwice(ended, each);
      }),
      { numRuns: 300 },
    );
  });
});
