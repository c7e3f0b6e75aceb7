import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCampaignToken } from '../../shared/campaign/name-token.ts';
import { sumOutcomes } from '../../shared/protocol/outcomes.ts';
import { createModelAccount, type ModelAccount } from '../worker/import/model/model-account.ts';
import { numberOf, startLives, type LifePlan, type Lived, type Press } from '../worker/import/model/model-lives.ts';

/**
 * Every change tries the same few; `npm run test:lives` tries thousands, different each time, or those of LIVES_SEED
 * again.
 */
const RUNS = Number(process.env['LIVES_RUNS'] ?? 25);
const SEED = Number(
  process.env['LIVES_SEED'] ?? (process.env['LIVES_RUNS'] === undefined ? 20_261_129 : Date.now() % 2 ** 31),
);
/** So few numbers that lives often call the same ones. */
const PEOPLE = 12;

const press = fc.constantFrom<Press>('pause', 'run', 'stop');
const life = fc.record({
  campaigns: fc.integer({ min: 1, max: 3 }),
  contacts: fc.integer({ min: 1, max: 4 }),
  from: fc.integer({ min: 0, max: PEOPLE }),
  crashes: fc.nat(3),
  presses: fc.array(press, { maxLength: 4 }),
});
/** Each but the last is deleted, whatever was pressed before. */
const lives = fc
  .array(life, { minLength: 1, maxLength: 3 })
  .map((all): LifePlan[] =>
    all.map((one, at) => (at === all.length - 1 ? one : { ...one, presses: [...one.presses, 'delete'] })),
  );

const story = fc.record({
  perMinute: fc.constantFrom(3, 6, 30),
  listLagMs: fc.constantFrom(0, 1_000, 20_000, 80_000, 150_000, 300_000, 600_000),
  chances: fc.array(fc.nat(999), { minLength: 30, maxLength: 150 }),
  faults: fc.nat(25),
  imports: fc.tuple(lives, lives),
});

/** By life: how often each number was dialled. */
function dialsByLife({ exotel }: ModelAccount): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>();
  for (const campaign of exotel.campaigns) {
    const name = readCampaignToken(campaign.name)?.life ?? '';
    const dials = all.get(name) ?? new Map<number, number>();
    all.set(name, dials);
    for (const number of exotel.dialledOf(campaign)) {
      const digits = Number(number.slice(1));
      dials.set(digits, (dials.get(digits) ?? 0) + 1);
    }
  }
  return all;
}

/** What a life did that it must not do, according to the ledger. */
function wrongsOf(each: Lived, dials: ReadonlyMap<number, number>): string[] {
  const { plan, wrongs, erasedAt, rows } = each;
  const asked = new Set(each.numbers);
  const found = [...wrongs];
  for (const [number, count] of dials) {
    if (count > 1) found.push(`${number} was dialled ${count} times`);
    if (!asked.has(number)) found.push(`${number} was dialled and never asked for`);
  }
  if (erasedAt !== null) return found;
  if (each.state !== 'finished' && each.state !== 'stopped') found.push(`it ends as ${each.state}`);
  for (const { seq, outcomes, unfinished } of rows) {
    if (sumOutcomes(outcomes) !== plan.contacts || unfinished !== 0) found.push(`campaign ${seq} does not add up`);
    for (let i = 0; i < plan.contacts; i += 1) {
      const number = numberOf(plan.from + (seq - 1) * plan.contacts + i);
      if ((each.outcomeOf(seq, i) === 'completed') !== dials.has(number))
        found.push(`${number} is said to be ${each.outcomeOf(seq, i)}`);
    }
  }
  return found;
}

describe(`seed ${SEED}: two imports of one account, each id opened, deleted and opened again`, () => {
  it(
    'dial nobody more than each life asks, touch nothing of another life, and keep their word to the end',
    { timeout: RUNS * 10_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async ({ imports, ...drawn }) => {
          const account = createModelAccount(drawn);
          const lived: [Lived[], Lived[]] = [[], []];
          startLives(account, 'first', imports[0], lived[0]);
          startLives(account, 'first-two', imports[1], lived[1]);
          await account.turns.run();
          account.letTimePass(2 * 86_400_000);
          const dials = dialsByLife(account);
          const wrongs = lived
            .flat()
            .flatMap((each) =>
              wrongsOf(each, dials.get(each.life) ?? new Map()).map((wrong) => `${each.life}: ${wrong}`),
            );
          expect([...account.trespasses, ...wrongs]).toEqual([]);
          expect(lived.map((all) => all.length)).toEqual(imports.map((all) => all.length));
          expect([...dials.keys()].filter((name) => !lived.flat().some(({ life: one }) => one === name))).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
  );
});
