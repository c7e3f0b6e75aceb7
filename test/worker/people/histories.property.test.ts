import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { CLAIM_HOLDS_MINUTES } from '../../../shared/people-limits.ts';
import { goAhead, startClock } from '../support/engine.ts';
import type { PeopleObject } from '../../../worker/people/people-object.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';

const MINUTE_MS = 60_000;
const PEOPLE = 6;
const CAP = { attempts: 3, imports: 2, hours: 24 };

beforeEach(() => startClock());
afterEach(reset);

const nobody = { channel: null, group: null, note: null, expiresAt: null, importName: null, row: null, call: null };
const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const people = fc.uniqueArray(person, { minLength: 1, maxLength: PEOPLE });
const word = <Word extends string>(op: Word) => fc.constant(op);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: word('launch'), people, attempts: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ op: word('overrule'), people, attempts: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ op: word('send'), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ op: word('end'), which: fc.nat(), made: fc.array(fc.nat(4), { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ op: word('die'), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ op: word('suppress'), who: person }) },
  { weight: 1, arbitrary: fc.record({ op: word('let'), who: person }) },
  { weight: 3, arbitrary: fc.record({ op: word('wait'), minutes: fc.constantFrom(1, 5, 11, 60, 600, 1_441) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A launch as a person with a pencil would keep it. */
interface Noted {
  readonly life: string;
  readonly people: readonly number[];
  readonly attempts: number;
  readonly at: number;
  state: 'claimed' | 'sent' | 'ended';
  /** By person: how often called, and in which minute last. */
  made: Map<number, { times: number; minute: number }>;
}

const minuteNow = (): number => Math.floor(Date.now() / MINUTE_MS);
const numberOf = (who: number): number => 919_810_010_000 + who;
const packed = (all: readonly number[]) => packNumbers(Float64Array.from(all, numberOf).sort());

/** The same rules, over plain lists: who is over a cap by what others did or have reserved. */
class Pencil {
  launches: Noted[] = [];
  readonly never = new Set<number>();

  dropDead(): void {
    const before = Date.now() - CLAIM_HOLDS_MINUTES * MINUTE_MS;
    this.launches = this.launches.filter(({ state, at }) => state !== 'claimed' || at >= before);
  }

  isOver(who: number): boolean {
    const since = Math.floor((Date.now() - CAP.hours * 60 * MINUTE_MS) / MINUTE_MS);
    let attempts = 0;
    let imports = 0;
    for (const launch of this.launches) {
      const made = launch.made.get(who);
      const counts =
        launch.state === 'ended'
          ? made !== undefined && made.times > 0 && made.minute >= since
            ? made.times
            : 0
          : launch.people.includes(who)
            ? launch.attempts
            : 0;
      attempts += counts;
      imports += counts > 0 ? 1 : 0;
    }
    return imports >= CAP.imports || attempts >= CAP.attempts;
  }
}

function skipsOf(hits: ScreenHits | null): { number: number; rule: string }[] {
  if (hits === null) throw new Error('No cap on money was set');
  const told = (numbers: Float64Array, by: Uint32Array) =>
    Array.from(numbers, (number, at) => {
      const reason = hits.reasons[by[at] ?? -1];
      if (reason === undefined || reason.by === '' || Number.isNaN(Date.parse(reason.since)))
        throw new Error(`${number} is left out without a reason`);
      return { number, rule: reason.rule };
    });
  return [...told(hits.suppressed, hits.suppressedBy), ...told(hits.calledRecently, hits.calledBy)].toSorted(
    (a, b) => a.number - b.number,
  );
}

let histories = 0;

async function tell(steps: readonly Step[]): Promise<void> {
  histories += 1;
  const stub = env.PEOPLE.getByName(`history ${histories}`);
  await runInDurableObject(stub, (object) => {
    object.changeSettings({ caps: { voice: CAP } });
    live(object, steps);
  });
}

function live(object: PeopleObject, steps: readonly Step[]): void {
  const pencil = new Pencil();
  const entries = new Map<number, string>();
  const one = (which: number): Noted | undefined => pencil.launches[which % Math.max(1, pencil.launches.length)];
  for (const [turn, each] of steps.entries()) {
    if (each.op === 'launch' || each.op === 'overrule') {
      pencil.dropDead();
      const isOverruled = each.op === 'overrule';
      const expected = each.people
        .flatMap((who) => {
          if (pencil.never.has(who)) return [{ number: numberOf(who), rule: 'suppressed' }];
          return pencil.isOver(who) && !isOverruled ? [{ number: numberOf(who), rule: 'called_recently' }] : [];
        })
        .toSorted((a, b) => a.number - b.number);
      const life = `import-${turn}`;
      const claimed = object.claim({
        life,
        importId: life,
        template: 'hello',
        name: `Import ${turn}`,
        by: turn % 2 === 0 ? 'asha' : 'ravi',
        channel: 'voice',
        attempts: each.attempts,
        keys: {},
        group: 'service',
        override: isOverruled,
        notCalledForDays: null,
        parts: null,
        campaigns: [{ seq: 1, contacts: each.people.length, numbers: packed(each.people) }],
      });
      // All of them or nobody; and of whoever is left out it is said by which rule, since when and by whom.
      expect(claimed.ok ? [] : skipsOf(claimed.error.hits)).toEqual(expected);
      if (!claimed.ok) continue;
      const { people: who, attempts } = each;
      pencil.launches.push({ life, people: who, attempts, at: Date.now(), state: 'claimed', made: new Map() });
    } else if (each.op === 'send') {
      const launch = one(each.which);
      if (launch === undefined || launch.state === 'ended') continue;
      const { suppressed } = object.leaving(launch.life, packed(launch.people), { channel: 'voice', group: 'service' });
      const never = launch.people.filter((who) => pencil.never.has(who)).map(numberOf);
      expect([...suppressed]).toEqual(never.toSorted((a, b) => a - b));
      launch.state = 'sent';
    } else if (each.op === 'end') {
      const launch = one(each.which);
      if (launch?.state !== 'sent') continue;
      const calls = launch.people.map((who, at) => ({
        number: numberOf(who),
        attempts: Math.min(each.made[at] ?? 0, launch.attempts),
        lastAt: Date.now(),
      }));
      object.settle(launch.life, 1, calls);
      launch.state = 'ended';
      launch.made = new Map(
        launch.people.map((who, at) => [who, { times: calls[at]?.attempts ?? 0, minute: minuteNow() }]),
      );
    } else if (each.op === 'die') {
      const launch = one(each.which);
      if (launch?.state !== 'claimed') continue;
      object.release(launch.life);
      pencil.launches = pencil.launches.filter((other) => other !== launch);
    } else if (each.op === 'suppress') {
      const { item } = object.add({ ...nobody, number: numberOf(each.who), source: 'hand', by: 'asha' });
      entries.set(each.who, item.id);
      pencil.never.add(each.who);
    } else if (each.op === 'let') {
      const id = entries.get(each.who);
      if (id === undefined || !pencil.never.delete(each.who)) continue;
      expect(object.remove(id, 'wants calls again', 'asha').ok).toBe(true);
    } else goAhead(each.minutes * MINUTE_MS);
  }
}

describe('whatever people, colleagues and delays do', () => {
  it('nobody is claimed above a cap or sent while on the list, and whoever is left out has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => tell(steps)),
      { numRuns: 60 },
    );
  });
});
