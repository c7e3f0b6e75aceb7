import { createEngineWorld, ProcessDied, type EngineWorld, type WorldOptions } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import { runAll } from './run-plot.ts';
import { sliceOf } from './slice-of.ts';
import type { EngineDeps } from '../../worker/import/engine/engine-ports.ts';
import type { TargetState } from '../../worker/import/outbox/next-step.ts';
import type { FaultRuleChange } from '../exotel/faults/faults.ts';

type Size = Pick<WorldOptions, 'way' | 'lists' | 'campaigns' | 'contactsEach'>;

/** Blocked numbers leave no call and are only known from counts, which another test covers. */
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
/** A pause, and a refusal before or after it. */
const MOST_PRESSES = 3;
/**
 * How many moments are tried when a request fails: well past the end of the launch, after which everything goes as
 * usual.
 */
const LAUNCH_PLACES = 32;
/** Every change tries one of so many moments, each story others. */
const EVERY = 15;

/** Calls `meet` at every await of the engine, counted from 0: wherever it may die or be overtaken. */
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
      countAs: watch((seq, numbers, as) => deps.countAs(seq, numbers, as)),
      suppressed: watch((range) => deps.suppressed(range)),
      learnHours: watch(() => deps.learnHours()),
      closeCampaign: watch((seq, uncalled) => deps.closeCampaign(seq, uncalled)),
      callbackUrls: watch((seq) => deps.callbackUrls(seq)),
      lists: {
        file: watch((list, omitted) => deps.lists.file(list, omitted)),
        find: watch((list) => deps.lists.find(list)),
        remember: watch((list) => deps.lists.remember(list)),
        release: watch((sid) => deps.lists.release(sid)),
        forget: watch((sid) => deps.lists.forget(sid)),
      },
    };
  };
  return { around, places: () => places };
}

const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);

/** Plays an import to its end and judges it; `play` presses buttons on the way. */
async function judge(
  options: Size & Pick<WorldOptions, 'around'>,
  faults: readonly FaultRuleChange[],
  play: (world: EngineWorld) => void = () => undefined,
): Promise<string[]> {
  const world = await createEngineWorld({ ...options, exotel: { mix: MIX } });
  try {
    world.exotel.control.addFaults(...faults);
    play(world);
    for (let presses = 0; presses < MOST_PRESSES && !isClosed(world) && world.stoppedAt() === null; presses += 1) {
      await world.runUntil(() => isClosed(world) || world.state() === 'paused' || world.needsPerson());
      if (!isClosed(world) && world.stoppedAt() === null) world.steer('run');
    }
    await world.runToTheEnd();
    return wrongsOf(world).slice(0, 2);
  } finally {
    await world.close();
  }
}

/** How many moments there are to try, of an import that meets nothing worse than `faults`. */
async function countPlaces(size: Size, faults: readonly FaultRuleChange[]): Promise<number> {
  const { around, places } = meeting(() => Promise.resolve());
  const wrongs = await judge({ ...size, around }, faults);
  if (wrongs.length > 0) throw new Error(`Wrong without anything: ${wrongs.join('; ')}`);
  return faults.length === 0 ? places() : Math.min(places(), LAUNCH_PLACES);
}

/** What an import does wrong when its process dies once, tried before and after every await there is. */
export async function dieAnywhere(size: Size, faults: readonly FaultRuleChange[], story: number): Promise<string[]> {
  const total = await countPlaces(size, faults);
  // Alternately before and after an await, so that a slice has both.
  const moments = Array.from({ length: total * 2 }, (_, index) => ({
    place: index % total,
    after: index >= total !== (index % 2 === 1),
  }));
  const wrongs = await runAll(sliceOf(moments, EVERY, story), async ({ place, after }) => {
    const { around } = meeting(async (at, call) => {
      if (at !== place) return;
      if (after) await call();
      throw new ProcessDied();
    });
    const found = await judge({ ...size, around }, faults);
    return found.map((wrong) => `${after ? 'after' : 'before'} ${place}: ${wrong}`);
  });
  return wrongs.flat();
}

/** What an import does wrong when a button is pressed during any one of its awaits. */
export async function pressAnywhere(
  size: Size,
  faults: readonly FaultRuleChange[],
  target: TargetState,
  story: number,
): Promise<string[]> {
  const total = await countPlaces(size, faults);
  const places = Array.from({ length: total }, (_, place) => place);
  const wrongs = await runAll(sliceOf(places, EVERY, story), async (place) => {
    let press = (): void => undefined;
    const { around } = meeting(async (at, call) => {
      if (at !== place) return;
      const done = call();
      press();
      await done;
    });
    const found = await judge({ ...size, around }, faults, (world) => {
      press = () => (isClosed(world) ? undefined : world.steer(target));
    });
    return found.map((wrong) => `at ${place}: ${wrong}`);
  });
  return wrongs.flat();
}
