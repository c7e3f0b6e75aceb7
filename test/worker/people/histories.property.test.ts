import { abortAllDurableObjects, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { CLAIM_HOLDS_MINUTES } from '../../../shared/people-limits.ts';
import { goAhead, startClock } from '../support/engine.ts';
import type { Launch, PeopleObject } from '../../../worker/people/people-object.ts';
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
  { weight: 2, arbitrary: fc.record({ op: word('again'), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ op: word('test'), who: person }) },
  { weight: 1, arbitrary: fc.record({ op: word('crash') }) },
  { weight: 2, arbitrary: fc.record({ op: word('suppress'), who: person }) },
  { weight: 1, arbitrary: fc.record({ op: word('let'), who: person }) },
  { weight: 3, arbitrary: fc.record({ op: word('wait'), minutes: fc.constantFrom(1, 5, 11, 60, 600, 1_441) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A launch in the independent model. */
interface Noted {
  readonly launch: Launch;
  readonly people: readonly number[];
  readonly attempts: number;
  readonly at: number;
  readonly isOverruled: boolean;
  state: 'claimed' | 'sent' | 'ended';
  /** For each person: how often called, and the minute of the last call. */
  made: Map<number, { times: number; minute: number }>;
}

const minuteNow = (): number => Math.floor(Date.now() / MINUTE_MS);
const numberOf = (who: number): number => 919_810_010_000 + who;
const packed = (all: readonly number[]) => packNumbers(Float64Array.from(all, numberOf).sort());

/** The same rules over plain lists: who is over a cap by calls that other launches made or reserved. */
class Pencil {
  launches: Noted[] = [];
  readonly never = new Set<number>();
  readonly entries = new Map<number, string>();

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

/**
 * Expects for each number in the ledger: every launch without an override found room under the caps left by earlier
 * ones.
 */
function expectUnderCap(object: PeopleObject, pencil: Pencil): void {
  const { ledger } = object['stores'];
  const since = Math.floor((Date.now() - CAP.hours * 60 * MINUTE_MS) / MINUTE_MS);
  const before = new Map<number, { attempts: number; imports: number }>();
  for (const { launch, attempts, isOverruled } of pencil.launches) {
    for (const { numbers, made, minutes } of ledger.campaignsOf(launch.life, since)) {
      for (const [at, number] of unpackNumbers(numbers).entries()) {
        const times = made === null ? attempts : (minutes?.[at] ?? 0) >= since ? (made[at] ?? 0) : 0;
        if (times === 0) continue;
        const sum = before.get(number) ?? { attempts: 0, imports: 0 };
        const hasRoom = sum.attempts < CAP.attempts && sum.imports < CAP.imports;
        expect({ number, hasRoom: hasRoom || isOverruled }).toEqual({ number, hasRoom: true });
        before.set(number, { attempts: sum.attempts + times, imports: sum.imports + 1 });
      }
    }
  }
}

let histories = 0;

/** Plays a history. The object dies where the history says so, and then has only what is on its disk. */
async function tell(steps: readonly Step[]): Promise<void> {
  histories += 1;
  const name = `history ${histories}`;
  const pencil = new Pencil();
  await runInDurableObject(env.PEOPLE.getByName(name), (object) => {
    object.changeSettings({ caps: { voice: CAP } });
  });
  for (let from = 0; from < steps.length;) {
    const crash = steps.findIndex(({ op }, at) => at >= from && op === 'crash');
    const until = crash === -1 ? steps.length : crash;
    const first = from;
    await runInDurableObject(env.PEOPLE.getByName(name), (object) => {
      for (const [at, each] of steps.slice(first, until).entries()) {
        play(object, pencil, each, first + at);
        expectUnderCap(object, pencil);
      }
    });
    if (crash !== -1) await abortAllDurableObjects();
    from = until + 1;
  }
}

function newLaunch(turn: number, who: readonly number[], attempts: number, override: boolean): Launch {
  const life = `import-${turn}`;
  return {
    life,
    importId: life,
    template: 'hello',
    name: `Import ${turn}`,
    by: turn % 2 === 0 ? 'asha' : 'ravi',
    channel: 'voice',
    attempts,
    keys: {},
    group: 'service',
    override,
    notCalledForDays: null,
    parts: null,
    campaigns: [{ seq: 1, contacts: who.length, numbers: packed(who) }],
  };
}

const USE = { channel: 'voice', group: 'service' } as const;

function play(object: PeopleObject, pencil: Pencil, each: Step, turn: number): void {
  const one = (which: number): Noted | undefined => pencil.launches[which % Math.max(1, pencil.launches.length)];
  const never = (all: readonly number[]) => all.filter((who) => pencil.never.has(who)).map(numberOf);
  if (each.op === 'launch' || each.op === 'overrule') {
    pencil.dropDead();
    const isOverruled = each.op === 'overrule';
    const expected = each.people
      .flatMap((who) => {
        if (pencil.never.has(who)) return [{ number: numberOf(who), rule: 'suppressed' }];
        return pencil.isOver(who) && !isOverruled ? [{ number: numberOf(who), rule: 'called_recently' }] : [];
      })
      .toSorted((a, b) => a.number - b.number);
    const launch = newLaunch(turn, each.people, each.attempts, isOverruled);
    const claimed = object.claim(launch);
    // A claim gets all people or none; for each person left out it names the rule, since when and by whom.
    expect(claimed.ok ? [] : skipsOf(claimed.error.hits)).toEqual(expected);
    if (!claimed.ok) return;
    const { people: who, attempts } = each;
    const noted = { launch, people: who, attempts, isOverruled, at: Date.now(), made: new Map() };
    pencil.launches.push({ ...noted, state: 'claimed' });
  } else if (each.op === 'again') {
    // The answer was lost and the claim is made again: a launch under way is neither refused nor counted twice.
    const again = one(each.which);
    if (again?.state === 'sent' || again?.state === 'ended') expect(object.claim(again.launch).ok).toBe(true);
  } else if (each.op === 'send') {
    const sent = one(each.which);
    pencil.dropDead();
    if (sent === undefined || sent.state === 'ended' || !pencil.launches.includes(sent)) return;
    const { suppressed } = object.leaving(sent.launch.life, packed(sent.people), USE);
    expect([...suppressed]).toEqual(never(sent.people).toSorted((a, b) => a - b));
    sent.state = 'sent';
  } else if (each.op === 'test') {
    // A test call is checked when it leaves, and is in no ledger.
    const { suppressed, isClaimed } = object.leaving(`test-${turn}`, packed([each.who]), USE);
    expect([[...suppressed], isClaimed]).toEqual([never([each.who]), false]);
  } else if (each.op === 'end') {
    const ended = one(each.which);
    if (ended?.state !== 'sent') return;
    const calls = ended.people.map((who, at) => ({
      number: numberOf(who),
      attempts: Math.min(each.made[at] ?? 0, ended.attempts),
      lastAt: Date.now(),
    }));
    object.settle(ended.launch.life, 1, calls);
    ended.state = 'ended';
    ended.made = new Map(
      ended.people.map((who, at) => [who, { times: calls[at]?.attempts ?? 0, minute: minuteNow() }]),
    );
  } else if (each.op === 'die') {
    const dead = one(each.which);
    if (dead?.state !== 'claimed') return;
    object.release(dead.launch.life);
    pencil.launches = pencil.launches.filter((other) => other !== dead);
  } else if (each.op === 'suppress') {
    const { item } = object.add({ ...nobody, number: numberOf(each.who), source: 'hand', by: 'asha' });
    pencil.entries.set(each.who, item.id);
    pencil.never.add(each.who);
  } else if (each.op === 'let') {
    const id = pencil.entries.get(each.who);
    if (id === undefined || !pencil.never.delete(each.who)) return;
    expect(object.remove(id, 'wants calls again', 'asha').ok).toBe(true);
  } else if (each.op === 'wait') goAhead(each.minutes * MINUTE_MS);
}

describe('whatever people, colleagues, delays and crashes do', () => {
  it('the ledger holds nobody above a cap, nobody leaves while on the list, and whoever is left out has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => tell(steps)),
      { numRuns: 60 },
    );
  });
});
