import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { statusMark } from '../../../shared/contacts/cells/status-mark.ts';
import { markNumbers } from '../../../shared/people/marked-numbers.ts';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { goAhead, startClock } from '../support/engine.ts';
import type { Launch, PeopleObject } from '../../../worker/people/people-object.ts';

const PEOPLE = 5;
const HEADINGS = ['Stage', 'Status', null] as const;
const STATUSES = ['New', 'Interested', ''] as const;
const USE = { channel: 'voice', group: 'service' } as const;
const numberOf = (who: number): number => 919_810_010_000 + who;

const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const launched = fc.record({
  op: fc.constant('launch' as const),
  heading: fc.constantFrom(...HEADINGS),
  /** A person with two rows is called twice; the status of the first row counts. */
  rows: fc.array(fc.tuple(person, fc.constantFrom(...STATUSES)), { minLength: 1, maxLength: 7 }),
  /** The attempts made by person once the launch is over; null while it is under way. */
  made: fc.option(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: PEOPLE, maxLength: PEOPLE })),
  campaigns: fc.constantFrom(1, 2),
});
const erased = fc.record({ op: fc.constant('erase' as const), who: person });
const steps = fc.array(fc.oneof({ weight: 6, arbitrary: launched }, { weight: 1, arbitrary: erased }), {
  maxLength: 6,
});
const asked = fc.record({
  heading: fc.constantFrom('Stage' as const, 'Status' as const),
  statuses: fc.array(fc.constantFrom(...STATUSES), { minLength: PEOPLE, maxLength: PEOPLE }),
});

type Launched = typeof launched extends fc.Arbitrary<infer T> ? T : never;

beforeEach(() => startClock());
afterEach(reset);

function toLaunch({ heading, rows, campaigns }: Launched, life: string): Launch {
  const marked = markNumbers(
    Float64Array.from(rows, ([who]) => numberOf(who)),
    Uint32Array.from(rows, ([, status]) => statusMark(status)),
  );
  const size = Math.ceil(rows.length / campaigns);
  const parts = Array.from({ length: campaigns }, (_, at) => rows.slice(at * size, (at + 1) * size));
  return {
    life,
    importId: life,
    template: 'hello',
    name: life,
    by: 'asha',
    channel: 'voice',
    attempts: 1,
    keys: {},
    group: 'service',
    override: true,
    notCalledForDays: null,
    statusHeading: heading === null ? 0 : statusMark(heading),
    parts: null,
    campaigns: parts.map((some, at) => {
      const numbers = Float64Array.from(some, ([who]) => numberOf(who)).sort();
      const statuses = heading === null ? null : marked.among(numbers);
      return { seq: at + 1, contacts: some.length, numbers: packNumbers(numbers), statuses };
    }),
  };
}

function play(object: PeopleObject, each: Launched, turn: number): void {
  const life = `import-${turn}`;
  const launch = toLaunch(each, life);
  if (!object.claim(launch).ok) return;
  object.confirm(life);
  if (each.made === null) return;
  const size = Math.ceil(each.rows.length / each.campaigns);
  for (const { seq } of launch.campaigns) {
    const people = new Set(each.rows.slice((seq - 1) * size, seq * size).map(([who]) => who));
    const calls = Array.from(people, (who) => ({
      number: numberOf(who),
      attempts: each.made?.[who] ?? 0,
      lastAt: Date.now(),
    }));
    object.settle(life, seq, calls);
  }
}

/** The answer worked out independently: from the newest import that called the person, or is about to. */
function expected(all: readonly (Launched | null)[], who: number, heading: string, now: string): string | null {
  const last = all.findLast(
    (each) => each?.rows.some(([other]) => other === who) === true && (each.made === null || (each.made[who] ?? 0) > 0),
  );
  if (last == null) return null;
  if (last.made === null || last.heading !== heading) return 'status_unknown';
  const [, before] = last.rows.find(([other]) => other === who) ?? [];
  return before === now ? 'template' : 'changed';
}

let runs = 0;

it('whoever was called is told by what their status was then, whatever came in between', async () => {
  await fc.assert(
    fc.asyncProperty(steps, asked, async (history, question) => {
      runs += 1;
      await runInDurableObject(env.PEOPLE.getByName(`statuses ${runs}`), async (object) => {
        object.changeSettings({ caps: { voice: { attempts: null, imports: null, hours: 24 } } });
        const noted: (Launched | null)[] = [];
        const gone = new Set<number>();
        for (const [turn, each] of history.entries()) {
          goAhead(60_000);
          if (each.op === 'launch') {
            // An erased person is in no launch any more.
            const rows = each.rows.filter(([who]) => !gone.has(who));
            if (rows.length === 0) continue;
            play(object, { ...each, rows }, turn);
            noted.push({ ...each, rows });
          } else {
            await object.erase(numberOf(each.who), 'asha', 'asked for it');
            gone.add(each.who);
          }
        }
        const numbers = Float64Array.from({ length: PEOPLE }, (_, who) => numberOf(who));
        const { calledRecently, calledBy, reasons } = object.screen({
          numbers: packNumbers(numbers),
          use: USE,
          life: null,
          override: false,
          template: 'hello',
          notCalledForDays: 30,
          marked: { heading: statusMark(question.heading), marks: Uint32Array.from(question.statuses, statusMark) },
        });
        const said = new Map(Array.from(calledRecently, (number, at) => [number, reasons[calledBy[at] ?? 0]?.detail]));
        const { heading, statuses } = question;
        for (let who = 0; who < PEOPLE; who += 1) {
          const detail = gone.has(who) ? null : expected(noted, who, heading, statuses[who] ?? '');
          expect([who, said.get(numberOf(who)) ?? null]).toEqual([who, detail]);
        }
      });
    }),
    { numRuns: 80 },
  );
});
