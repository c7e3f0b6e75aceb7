import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngineWorld, ProcessDied, type EngineWorld, type WorldOptions } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { ODD_WIRES } from '../world/odd-wires.ts';
import { drawnOf } from '../../fixtures/drawn-of.ts';
import type { EngineDeps } from '../../../worker/import/engine/engine-ports.ts';
import type { FaultKind, FaultRuleChange } from '../../exotel/faults/faults.ts';

/** Every change tries a few, every night more; still more with ODD_RUNS, others with ODD_SEED. */
const RUNS = Number(process.env['ODD_RUNS'] ?? drawnOf(8, 60));
const SEED = Number(process.env['ODD_SEED'] ?? 20_261_130);
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

/** Faults after which nobody knows what was done, and those after which somebody might think that they know. */
const KINDS: readonly FaultKind[] = [
  'drop_after',
  'drop_before',
  'error_after',
  'error_before',
  'gateway_html_after',
  'timeout_after',
  'garbage',
  'truncated_json',
  'reset_mid_body',
  'names_another',
  'throttled',
  'item_failed',
];
const OF_CALLS = ['create', 'list', 'get', 'action', 'delete', 'calls', 'any'] as const;
const OF_LISTS = [...OF_CALLS, 'csv_upload', 'csv_status', 'list_list', 'list_get', 'list_delete'] as const;
const OF_MESSAGES = ['sms_create', 'sms_list', 'sms_get', 'sms_action', 'sms_messages', 'any'] as const;

const faultOf = (operations: readonly NonNullable<FaultRuleChange['operation']>[]) =>
  fc.record({
    operation: fc.constantFrom(...operations),
    kind: fc.constantFrom(...KINDS),
    count: fc.integer({ min: 1, max: 4 }),
    skip: fc.nat(4),
    retryAfterSeconds: fc.constantFrom(1, 60, 3_600),
  });
const press = fc.record({
  seconds: fc.constantFrom(0, 3, 20, 60, 150, 190, 400, 900, 3_600),
  target: fc.constantFrom('stop' as const, 'pause' as const, 'run' as const),
});
const playOf = (way: NonNullable<WorldOptions['way']>, operations: Parameters<typeof faultOf>[0]) =>
  fc.record({
    way: fc.constant(way),
    lagSeconds: fc.constantFrom(0, 20, 80, 150, 300, 600),
    faults: fc.array(faultOf(operations), { maxLength: 4 }),
    odd: fc.uniqueArray(fc.constantFrom(...Object.keys(ODD_WIRES)), { maxLength: 2 }),
    // An import that is being stopped says so until a state is told, or until the campaign's end, days later.
    oddMinutes: fc.constantFrom(5, 40, 240),
    presses: fc.array(press, { maxLength: 4 }),
    deaths: fc.uniqueArray(fc.nat(120), { maxLength: 3 }),
  });
const play = fc.oneof(
  playOf('inline', OF_CALLS),
  playOf('static', OF_LISTS),
  playOf('dynamic', OF_LISTS),
  playOf('sms', OF_MESSAGES),
);
type Play = typeof play extends fc.Arbitrary<infer P> ? P : never;

const lost = (way: Play['way'], count: number, skip = 0): Play['faults'][number] => ({
  operation: way === 'sms' ? 'sms_create' : 'create',
  kind: 'drop_after',
  count,
  skip,
  retryAfterSeconds: 1,
});

/** Plays that once rang people twice, or told what was not true. */
const FOUND_BEFORE: readonly Play[] = [
  {
    way: 'inline',
    lagSeconds: 150,
    faults: [lost('inline', 1)],
    odd: ['a page holds one item', 'every page begins at the beginning'],
    oddMinutes: 40,
    presses: [],
    deaths: [],
  },
  {
    way: 'dynamic',
    lagSeconds: 300,
    faults: [],
    odd: ['a create that answers nothing'],
    oddMinutes: 5,
    presses: [{ seconds: 400, target: 'pause' }],
    deaths: [2],
  },
  {
    way: 'dynamic',
    lagSeconds: 600,
    faults: [lost('dynamic', 3)],
    odd: ['a page of states that nobody knows', 'every second page lacks its first item'],
    oddMinutes: 240,
    presses: [{ seconds: 400, target: 'run' }],
    deaths: [],
  },
  {
    way: 'sms',
    lagSeconds: 300,
    faults: [lost('sms', 3, 1)],
    odd: ['a page holds one item'],
    oddMinutes: 240,
    presses: [{ seconds: 150, target: 'stop' }],
    deaths: [],
  },
  {
    way: 'static',
    lagSeconds: 300,
    faults: [lost('static', 1)],
    odd: ['a page of states that nobody knows'],
    oddMinutes: 240,
    presses: [{ seconds: 190, target: 'pause' }],
    deaths: [],
  },
  {
    way: 'inline',
    lagSeconds: 600,
    faults: [lost('inline', 2, 1)],
    odd: ['a page holds one item', 'every page begins at the beginning'],
    oddMinutes: 240,
    presses: [{ seconds: 190, target: 'stop' }],
    deaths: [],
  },
  {
    way: 'sms',
    lagSeconds: 300,
    faults: [lost('sms', 2), lost('sms', 1), lost('sms', 1, 1)],
    odd: ['every second page lacks its last item'],
    oddMinutes: 240,
    presses: [{ seconds: 190, target: 'stop' }],
    deaths: [],
  },
];

/** Dies at these places, counted over the engine's requests and turns. */
function dying(places: readonly number[]) {
  let at = 0;
  const watch =
    <Args extends unknown[], R>(call: (...args: Args) => Promise<R>) =>
    async (...args: Args): Promise<R> => {
      at += 1;
      if (places.includes(at) && at % 2 === 0) throw new ProcessDied();
      const answer = await call(...args);
      if (places.includes(at)) throw new ProcessDied();
      return answer;
    };
  return (deps: EngineDeps): EngineDeps => ({
    ...deps,
    client: { request: watch((method, path, body) => deps.client.request(method, path, body)) },
    takeTurn: watch((priority) => deps.takeTurn(priority)),
  });
}

/**
 * What the documents allow: a list that Exotel shows later than it is looked for is left there, and called by nobody; a
 * second campaign that cannot be deleted is stopped before it calls.
 */
const ALLOWED = [/^lists hold/, /is in two campaigns$/];

/**
 * Where no offset is heeded, calls beyond the first page are never seen: what became of them is not known, or the first
 * try is all that is.
 */
const HIDES_CALLS = 'every page begins at the beginning';
const UNKNOWN = /is said to be (?:unaccounted|busy|no_answer|failed)/;

const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);

const isSteerable = (world: EngineWorld) =>
  !isClosed(world) && !['finished', 'stopping', 'stopped'].includes(world.state());

async function wrongsIn({ way, lagSeconds, faults, odd, oddMinutes, presses, deaths }: Play): Promise<string[]> {
  let minutes = () => 0;
  const world = await createEngineWorld({
    way,
    lists: 1,
    campaigns: 2,
    contactsEach: 60,
    exotel: { mix: MIX, settings: { listLagMs: lagSeconds * 1000 } },
    wire: (client) =>
      odd.reduce((wired, name) => ODD_WIRES[name]?.(wired, () => minutes() < oddMinutes) ?? wired, client),
    around: dying(deaths),
  });
  const from = world.time.now();
  minutes = () => (world.time.now() - from) / 60_000;
  try {
    world.exotel.control.addFaults(...faults);
    let at = from;
    for (const { seconds, target } of presses) {
      at += seconds * 1000;
      await world.runUntil(() => world.time.now() >= at || isClosed(world), at);
      if (isSteerable(world)) world.steer(target);
    }
    for (let asked = 0; asked < 8; asked += 1) {
      await world.runUntil(() => isClosed(world) || world.state() === 'paused' || world.needsPerson());
      if (!isSteerable(world)) break;
      world.steer('run');
    }
    await world.runToTheEnd();
    world.time.pass(2 * 86_400_000);
    return wrongsOf(world)
      .filter((wrong) => !ALLOWED.some((allowed) => allowed.test(wrong)))
      .filter((wrong) => !odd.includes(HIDES_CALLS) || !UNKNOWN.test(wrong))
      .slice(0, 4);
  } finally {
    await world.close();
  }
}

describe(`seed ${SEED}: odd answers, lost answers, presses and deaths together`, () => {
  it('ring nobody twice, nobody after "stopped", and end with what rang', { timeout: RUNS * 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(play, async (drawn) => {
        expect(await wrongsIn(drawn)).toEqual([]);
      }),
      { numRuns: RUNS + FOUND_BEFORE.length, seed: SEED, examples: FOUND_BEFORE.map((found) => [found]) },
    );
  });
});
