import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { estimateSpend, toPaise } from '../../../shared/people/spend.ts';
import { CLAIM_HOLDS_MINUTES } from '../../../shared/people-limits.ts';
import { goAhead, startClock } from '../support/engine.ts';
import { OPEN_CAPS } from '../support/open-caps.ts';
import type { PeopleObject } from '../../../worker/people/people-object.ts';

const MINUTE_MS = 60_000;
const IST_MS = 330 * MINUTE_MS;
const CAPS = { import: 12, person: 20, day: 30 };
/** No sum of these is the ten minutes that a claim lasts, because the clock moves a little between two looks. */
const WAITS = [3, 11, 240, 700, 1_500];
/** Noon in Kolkata. */
const NOON = Date.parse('2030-01-15T06:30:00Z');
const PRICES = { pulse: 1, pulseSeconds: 60, smsPart: 0.37 };

afterEach(reset);

const word = <Word extends string>(op: Word) => fc.constant(op);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: word('launch'),
      by: fc.constantFrom('Asha', 'asha ', 'Ravi', 'Meena'),
      sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
      parts: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ op: word('send'), which: fc.nat() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: word('end'),
      which: fc.nat(),
      seconds: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: word('die'), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ op: word('wait'), minutes: fc.constantFrom(...WAITS) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A launch in the independent model: costs in paise, for each campaign once it is over. */
interface Noted {
  readonly life: string;
  readonly by: string;
  readonly at: number;
  readonly reserved: number;
  readonly sizes: readonly number[];
  readonly isMessage: boolean;
  state: 'claimed' | 'sent';
  /** The campaigns that are over. */
  readonly over: Set<number>;
}

const dayOf = (at: number): number => Math.floor((at + IST_MS) / 86_400_000);
const numbers = (first: number, count: number) =>
  packNumbers(Float64Array.from({ length: count }, (_, at) => 919_810_010_000 + first + at));

let histories = 0;
async function tell(steps: readonly Step[]): Promise<void> {
  histories += 1;
  startClock(NOON);
  await runInDurableObject(env.PEOPLE.getByName(`money ${histories}`), (object) => {
    object.changeSettings({ caps: OPEN_CAPS, prices: PRICES, spend: CAPS });
    live(object, steps);
  });
}

function live(object: PeopleObject, steps: readonly Step[]): void {
  let launches: Noted[] = [];
  const one = (which: number): Noted | undefined => launches[which % Math.max(1, launches.length)];
  const person = (name: string) => name.trim().toLowerCase();
  for (const [turn, each] of steps.entries()) {
    // A look releases dead claims: both sides look before every step, so that both have released the same.
    object.spent('');
    const dead = Date.now() - CLAIM_HOLDS_MINUTES * MINUTE_MS;
    launches = launches.filter(({ state, at }) => state === 'sent' || at >= dead);
    if (each.op === 'launch') {
      const contacts = each.sizes.reduce((sum, size) => sum + size, 0);
      const channel = each.parts === null ? 'voice' : 'sms';
      const likely = estimateSpend({ channel, contacts, parts: each.parts }, object.spendTerms())?.likely ?? 0;
      const before = object.spent(each.by);
      const life = `import-${turn}`;
      const claimed = object.claim({
        life,
        importId: life,
        name: life,
        by: each.by,
        channel,
        attempts: 1,
        keys: {},
        group: 'service',
        override: false,
        notCalledForDays: null,
        template: 't1',
        parts: each.parts,
        campaigns: each.sizes.map((size, at) => ({ seq: at + 1, contacts: size, numbers: numbers(turn * 100, size) })),
      });
      const fits =
        toPaise(likely) <= toPaise(CAPS.import) &&
        toPaise(before.person) + toPaise(likely) <= toPaise(CAPS.person) &&
        toPaise(before.day) + toPaise(likely) <= toPaise(CAPS.day);
      expect(claimed.ok).toBe(fits);
      const after = object.spent(each.by);
      if (!claimed.ok) {
        expect(claimed.error.spend).toMatchObject({ likely });
        expect(after).toEqual(before);
        continue;
      }
      expect(toPaise(after.day)).toBe(toPaise(before.day) + toPaise(likely));
      expect(after.day <= CAPS.day && after.person <= CAPS.person).toBe(true);
      launches.push({
        life,
        by: each.by,
        at: Date.now(),
        reserved: toPaise(likely),
        sizes: each.sizes,
        isMessage: each.parts !== null,
        state: 'claimed',
        over: new Set(),
      });
      // Everything that was started today and is not over counts with its likely cost, and nothing counts twice.
      const untouched = launches.filter(({ at, over }) => dayOf(at) === dayOf(Date.now()) && over.size === 0);
      const least = (some: readonly Noted[]) => some.reduce((sum, { reserved }) => sum + reserved, 0);
      expect(toPaise(after.day)).toBeGreaterThanOrEqual(least(untouched));
      expect(toPaise(after.person)).toBeGreaterThanOrEqual(
        least(untouched.filter(({ by }) => person(by) === person(each.by))),
      );
    } else if (each.op === 'send') {
      const launch = one(each.which);
      if (launch === undefined) continue;
      object.confirm(launch.life);
      launch.state = 'sent';
    } else if (each.op === 'end') {
      const launch = one(each.which);
      const seq = (launch?.over.size ?? 0) + 1;
      if (launch?.state !== 'sent' || seq > launch.sizes.length) continue;
      const size = launch.sizes[seq - 1] ?? 0;
      const calls = Array.from({ length: size }, (_, at) => ({
        number: 919_810_010_000 + at,
        attempts: each.seconds[at] === undefined ? 0 : 1,
        lastAt: Date.now(),
        seconds: launch.isMessage ? [] : each.seconds.slice(at, at + 1),
      }));
      const before = toPaise(object.spent('').day);
      object.settle(launch.life, seq, calls);
      object.settle(launch.life, seq, calls);
      launch.over.add(seq);
      const isToday = dayOf(launch.at) === dayOf(Date.now());
      const pulses = each.seconds.slice(0, size).reduce((sum, length) => sum + Math.ceil(length / 60), 0);
      const after = toPaise(object.spent('').day);
      if (!isToday) expect(after).toBe(before);
      else if (launch.isMessage) expect(after).toBeLessThanOrEqual(before);
      else if (launch.sizes.length === 1) expect(after).toBe(before - launch.reserved + pulses * 100);
    } else if (each.op === 'die') {
      const launch = one(each.which);
      if (launch?.state !== 'claimed') continue;
      object.release(launch.life);
      launches = launches.filter((other) => other !== launch);
    } else goAhead(each.minutes * MINUTE_MS);
  }
}

describe('whatever is started, given up and finished, by whomever', () => {
  it('no cap on money is passed by a start, and what is in use is what was started and not yet known better', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => tell(steps)),
      { numRuns: 60 },
    );
  });
});
