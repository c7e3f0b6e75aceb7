import { describe, expect, it } from 'vitest';
import { createEngineWorld, ProcessDied, type EngineWorld, type WorldOptions } from './engine-world.ts';
import { wrongsOf } from './judge-run.ts';
import { runAll } from './run-plot.ts';
import type { EngineDeps } from '../../worker/import/engine.ts';
import type { FaultRuleChange } from '../exotel/faults.ts';

const SIZE = { campaigns: 2, contactsEach: 25 };
/** Numbers on a blocked list leave no call: told by counts alone, which is another test's. */
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

/** Calls `meet` around every asynchronous call of the engine, counted from 0: wherever it may die, or be overtaken. */
function meeting(meet: (place: number, call: () => Promise<unknown>) => Promise<void>) {
  let places = 0;
  const around = (deps: EngineDeps): EngineDeps => {
    const watch =
      <Args extends unknown[], R>(call: (...args: Args) => Promise<R>) =>
      async (...args: Args): Promise<R> => {
        const answer = { value: null as Promise<R> | null };
        await meet(places++, () => (answer.value = call(...args)));
        return answer.value ?? call(...args);
      };
    return {
      ...deps,
      client: { request: watch((method, path, body) => deps.client.request(method, path, body)) },
      sync: watch(() => deps.sync()),
      takeTurn: watch((priority) => deps.takeTurn(priority)),
      endTurn: watch((lease, end) => deps.endTurn(lease, end)),
      openCampaign: watch((row) => deps.openCampaign(row)),
      fillCampaign: watch((seq, calls) => deps.fillCampaign(seq, calls)),
      refuseNumbers: watch((seq, numbers) => deps.refuseNumbers(seq, numbers)),
      closeCampaign: watch((seq, uncalled) => deps.closeCampaign(seq, uncalled)),
      callbackUrls: watch((seq) => deps.callbackUrls(seq)),
    };
  };
  return { around, places: () => places };
}

/** A pause, and a refusal before or after it. */
const MOST_PRESSES = 3;
/** Moments tried where a create goes wrong: well past the end of the launch, after which all goes as ever. */
const LAUNCH_PLACES = 32;

const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);

/** Plays an import to its end and judges it; `play` presses buttons on the way. */
async function judge(
  options: Pick<WorldOptions, 'around'>,
  faults: readonly FaultRuleChange[],
  play: (world: EngineWorld) => void = () => undefined,
): Promise<string[]> {
  const world = await createEngineWorld({ ...SIZE, ...options, exotel: { mix: MIX } });
  try {
    world.exotel.control.addFaults(...faults);
    play(world);
    for (let presses = 0; presses < MOST_PRESSES && !isClosed(world) && world.stoppedAt() === null; presses += 1) {
      await world.runUntil(() => isClosed(world) || world.state() === 'paused' || world.needsPerson());
      if (!isClosed(world) && world.stoppedAt() === null) world.steer('run');
    }
    await world.runUntil(() => isClosed(world));
    return wrongsOf(world).slice(0, 2);
  } finally {
    await world.close();
  }
}

/** How many moments there are to try, of an import that meets nothing worse than `faults`. */
async function countPlaces(faults: readonly FaultRuleChange[]): Promise<number> {
  const { around, places } = meeting(() => Promise.resolve());
  expect(await judge({ around }, faults)).toEqual([]);
  return faults.length === 0 ? places() : Math.min(places(), LAUNCH_PLACES);
}

const ANSWERS: Readonly<Record<string, readonly FaultRuleChange[]>> = {
  'all goes well': [],
  'the answer to a create is lost': [{ operation: 'create', kind: 'drop_after' }],
  'a create never arrives': [{ operation: 'create', kind: 'drop_before' }],
  'a create is refused': [{ operation: 'create', kind: 'refuse' }],
  'a create is throttled': [{ operation: 'create', kind: 'throttled', retryAfterSeconds: 3 }],
};

describe('an import whose process dies', () => {
  for (const [way, faults] of Object.entries(ANSWERS)) {
    it(`is launched once and accounted for, wherever that is, when ${way}`, async () => {
      const total = await countPlaces(faults);
      const moments = Array.from({ length: total * 2 }, (_, index) => ({ place: index >> 1, after: index % 2 === 1 }));
      const wrongs = await runAll(moments, async ({ place, after }) => {
        const { around } = meeting(async (at, call) => {
          if (at !== place) return;
          if (after) await call();
          throw new ProcessDied();
        });
        return (await judge({ around }, faults)).map((wrong) => `${after ? 'after' : 'before'} ${place}: ${wrong}`);
      });
      expect(wrongs.flat()).toEqual([]);
    });
  }
});

describe('a button pressed', () => {
  for (const desire of ['stop', 'pause'] as const) {
    for (const [way, faults] of Object.entries(ANSWERS)) {
      it(`for ${desire} at any moment is obeyed to the end, when ${way}`, async () => {
        const total = await countPlaces(faults);
        const wrongs = await runAll(
          Array.from({ length: total }, (_, place) => place),
          async (place) => {
            let press = (): void => undefined;
            const { around } = meeting(async (at, call) => {
              if (at !== place) return;
              const done = call();
              press();
              await done;
            });
            const found = await judge({ around }, faults, (world) => {
              press = () => (isClosed(world) ? undefined : world.steer(desire));
            });
            return found.map((wrong) => `at ${place}: ${wrong}`);
          },
        );
        expect(wrongs.flat()).toEqual([]);
      });
    }
  }
});
