import { describe, expect, it } from 'vitest';
import { createEngineWorld, type EngineWorld } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { runAll } from '../run-plot.ts';
import { sliceOf } from '../slice-of.ts';
import type { FaultKind } from '../../exotel/faults/faults.ts';

/** Seconds after which Exotel lists a new campaign; its calls begin after 180. */
const LAGS = [0, 45, 80, 150, 240, 400, 600];
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);

interface Story {
  readonly kind: FaultKind;
  /** The number of creates whose answer is lost. */
  readonly lost: number;
  /** What a person presses while it is unknown whether the campaign exists, each some seconds after the one before. */
  readonly presses: readonly (readonly [seconds: number, press: (world: EngineWorld) => void])[];
}

/** Plays an import whose campaign is listed after `lagSeconds`. Answers what it did wrong, and how it ended. */
async function play({ kind, lost, presses }: Story, lagSeconds: number): Promise<string[]> {
  const exotel = { mix: MIX, settings: { listLagMs: lagSeconds * 1000 } };
  const world = await createEngineWorld({ campaigns: 2, contactsEach: 120, exotel });
  try {
    world.exotel.control.addFaults({ operation: 'create', kind, count: lost });
    let at = world.time.now();
    for (const [seconds, press] of presses) {
      at += seconds * 1000;
      await world.runUntil(() => world.time.now() >= at);
      if (!isClosed(world)) press(world);
    }
    await world.runToTheEnd();
    return [...wrongsOf(world).slice(0, 3), world.state()];
  } finally {
    await world.close();
  }
}

const stop = (world: EngineWorld) => world.steer('stop');
const pause = (world: EngineWorld) => world.steer('pause');
const resume = (world: EngineWorld) => world.steer('run');

/** Every change plays one of so many lags, each story another. */
const EVERY = 7;
let stories = 0;

async function endsOf(story: Story): Promise<string[]> {
  const ends = await runAll(sliceOf(LAGS, EVERY, stories++), (lag) => play(story, lag));
  return [...new Set(ends.flat())];
}

describe('a create whose answer is lost, and which Exotel lists up to ten minutes late', () => {
  for (const kind of ['drop_after', 'timeout_after', 'drop_before'] as const) {
    it(`calls everyone once when nobody presses (${kind})`, async () => {
      expect(await endsOf({ kind, lost: 1, presses: [] })).toEqual(['finished']);
    });

    it.each([5, 60, 100, 200, 500])(`calls nobody after "stopped", stopped after %i s (${kind})`, async (seconds) => {
      expect(await endsOf({ kind, lost: 1, presses: [[seconds, stop]] })).toEqual(['stopped']);
    });

    it(`calls everyone once after a pause and a resume (${kind})`, async () => {
      const presses = [[5, pause] as const, [90, resume] as const];
      expect(await endsOf({ kind, lost: 1, presses })).toEqual(['finished']);
    });

    it(`calls nobody after "stopped" when it was paused before (${kind})`, async () => {
      const presses = [[5, pause] as const, [300, stop] as const];
      expect(await endsOf({ kind, lost: 2, presses })).toEqual(['stopped']);
    });

    it(`is given up and never rings again, its calls accounted (${kind})`, async () => {
      const giveUp = (world: EngineWorld) => world.decideWaiting('give_up');
      expect(await endsOf({ kind, lost: 6, presses: [[500, giveUp]] })).toEqual(['finished']);
    });

    it(`is sent again after three lost answers, and calls everyone once (${kind})`, async () => {
      const again = (world: EngineWorld) => world.decideWaiting('send_again');
      expect(await endsOf({ kind, lost: 6, presses: [[500, again]] })).toEqual(['finished']);
    });
  }
});
