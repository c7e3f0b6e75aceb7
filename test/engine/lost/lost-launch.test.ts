import { describe, expect, it } from 'vitest';
import { createEngineWorld, type WorldOptions } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { runAll } from '../run-plot.ts';
import { sliceOf } from '../slice-of.ts';
import type { FaultKind } from '../../exotel/faults/faults.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
/** Seconds after which Exotel lists a new campaign. */
const LAGS = [0, 80, 240, 600];
/** Every change plays one of so many lags, each story another. */
const EVERY = 4;
let stories = 0;

interface Story {
  readonly way: NonNullable<WorldOptions['way']>;
  readonly kind: FaultKind;
  /** The number of creates whose answer is lost. */
  readonly lost: number;
  /** When a person pauses the import, in seconds, who resumes it once it is paused; 0 for never. */
  readonly pausedAt: number;
}

/** How everybody's calls end, by number, and what went wrong beside that. */
async function endOf({ way, kind, lost, pausedAt }: Story, lagSeconds: number) {
  const exotel = { mix: MIX, settings: { listLagMs: lagSeconds * 1000 } };
  const world = await createEngineWorld({ way, lists: 1, campaigns: 2, contactsEach: 60, exotel });
  try {
    if (lost > 0) {
      world.exotel.control.addFaults({ operation: way === 'sms' ? 'sms_create' : 'create', kind, count: lost });
    }
    if (pausedAt > 0) {
      const at = world.time.now() + pausedAt * 1000;
      await world.runUntil(() => world.time.now() >= at, at);
      world.steer('pause');
      await world.runUntil(() => world.state() === 'paused' || world.state() === 'finished');
      if (world.state() === 'paused') world.steer('run');
    }
    await world.runToTheEnd();
    // A second campaign that cannot be deleted any more is stopped before it calls.
    const wrongs = wrongsOf(world).filter((wrong) => !wrong.endsWith('is in two campaigns'));
    return { outcomes: world.outcomes(), wrongs: wrongs.slice(0, 3), state: world.state() };
  } finally {
    await world.close();
  }
}

describe.each(['inline', 'static', 'dynamic', 'sms'] as const)('a create whose answer is lost (%s)', (way) => {
  const undisturbed = endOf({ way, kind: 'drop_after', lost: 0, pausedAt: 0 }, 0);

  it.each<[FaultKind, number, number]>([
    ['drop_after', 1, 0],
    ['drop_after', 1, 200],
    ['drop_after', 2, 300],
    ['drop_before', 1, 0],
  ])('takes no call away from anybody (%s, %i times, paused at %i s)', async (kind, lost, pausedAt) => {
    const lags = sliceOf(LAGS, EVERY, stories++);
    const ends = await runAll(lags, (lag) => endOf({ way, kind, lost, pausedAt }, lag));
    const expected = await undisturbed;
    expect(ends).toEqual(lags.map(() => expected));
  });
});
