import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { isLeft } from '../../worker/import/outbox/orphan-lists.ts';
import { isUnused } from '../../worker/import/outbox/campaign-lists.ts';
import { numberOf, runImport } from '../worker/import/model/model-import.ts';
import { drawnOf } from '../fixtures/drawn-of.ts';
import type { Scenario } from '../worker/import/model/scenario.ts';
import type { TargetState } from '../../worker/import/outbox/next-step.ts';

/** Runs of each property, of others every time. */
const RUNS = drawnOf(30, 200);

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

/** Lists that Exotel refused to delete: the import tells a person of them, and no campaign calls them. */
function toldOf(rows: Ended['rows']): Set<string | null> {
  const left = rows.flatMap(({ lists }) => lists.flatMap(({ orphans }) => orphans.filter(isLeft)));
  return new Set(left.map(({ sid }) => sid));
}

/** How many lists that are not deleted hold each number. */
function listsPerNumber({ exotel, rows }: Ended): Map<number, number> {
  const told = toldOf(rows);
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
  const told = toldOf(ended.rows);
  expect(ended.exotel.besides.filter((sid) => !told.has(sid))).toEqual([]);
  expect(ended.exotel.lists.filter(({ uploads }) => uploads.length > 1)).toEqual([]);
  const held = listsPerNumber(ended);
  for (const row of ended.rows) {
    const counts = Array.from({ length: contacts }, (_, i) => held.get(numberOf(row.seq, i)) ?? 0);
    // Contacts that Exotel did not take are in no list; Exotel says only how many they are.
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

/** Three refusals of a deletion in a row are rare by chance. */
const UNDELETABLE: Scenario = {
  campaigns: 1,
  contacts: 3,
  lists: 2,
  listLagMs: 0,
  // oxfmt-ignore
  chances: [
    0, 53, 46, 39, 32, 25, 18, 11, 4, 0, 0, 0, 0, 0, 0, 895, 488, 262, 0, 867, 0, 0, 0, 0, 178, 260, 0, 0, 150, 63, 0,
    0, 105, 804, 262, 0, 0, 0, 63, 235, 0, 0, 0, 0, 0, 0, 0, 374, 0, 0, 293,
  ],
  faults: 14,
  crashes: 4,
  presses: ['pause', 'run'],
};

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
      { numRuns: RUNS },
    );
  });

  it('calls nobody by a list that Exotel let nobody delete, and tells of it', async () => {
    const ended = await runImport(UNDELETABLE);
    expect([ended.state, [...toldOf(ended.rows)]]).toEqual(['finished', ['list1']]);
    expectListsKept(ended, UNDELETABLE);
    expectNoneTwice(ended, UNDELETABLE);
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
      { numRuns: RUNS },
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
      { numRuns: RUNS },
    );
  });
});
