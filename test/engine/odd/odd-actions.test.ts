import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { createEngineWorld, type EngineWorld } from '../world/engine-world.ts';
import { wrongsOf } from '../world/judge-run.ts';
import { changeData, isAction, spoilAnswers } from '../world/spoil-answers.ts';
import type { ExotelAnswer } from '../../../worker/exotel/answer.ts';
import type { ExotelClient } from '../../../worker/exotel/client.ts';
import type { Way } from '../world/world-template.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const WAYS = ['inline', 'sms'] as const;
const NOTHING: ExotelAnswer = { items: [], total: null };

/** Answers actions like a success without carrying them out; only every third is carried out. */
function idle(answer: (shown: ExotelAnswer) => ExotelAnswer) {
  let nth = 0;
  return (client: ExotelClient): ExotelClient => ({
    request: async (method, path, body) => {
      if (!isAction(method, path)) return client.request(method, path, body);
      nth += 1;
      if (nth % 3 === 0) return client.request(method, path, body);
      const { result, rate } = await client.request('GET', path);
      return { result: result.ok ? ok(answer(result.value)) : result, rate };
    },
  });
}

/** Ways to answer an action that is not carried out. */
const IDLE: Readonly<Record<string, (shown: ExotelAnswer) => ExotelAnswer>> = {
  'shows the state before': (shown) => shown,
  'shows no campaign': () => NOTHING,
  'shows a state nobody knows': (shown) => changeData(shown, () => ({ status: 'accepted' })),
};

/** Ways to answer an action that is carried out, without saying so. */
const SHY: Readonly<Record<string, (answer: ExotelAnswer) => ExotelAnswer>> = {
  'shows no campaign': () => NOTHING,
  'shows nothing of it': ({ items }) => ({ items: items.map(() => ({ data: {}, summary: null })), total: null }),
};

const isRinging = (world: EngineWorld) => world.rows().some(({ state }) => state === 'in_progress');
const isClosed = (world: EngineWorld) => world.rows().every(({ closed }) => closed);

async function pass(world: EngineWorld, seconds: number): Promise<void> {
  const at = world.time.now() + seconds * 1000;
  await world.runUntil(() => world.time.now() >= at, at);
}

/** The number of calls and messages since a moment. */
function rungSince(world: EngineWorld, at: number): number {
  const { dials, messages } = world.exotel.control.ledger();
  return [...dials, ...messages].filter((each) => Date.parse(each.at) > at).length;
}

type Wire = (client: ExotelClient) => ExotelClient;

async function stopWith(way: Way, wire: Wire, when: 'scheduled' | 'ringing'): Promise<string[]> {
  const world = await createEngineWorld({ way, campaigns: 3, contactsEach: 150, exotel: { mix: MIX }, wire });
  try {
    await world.runUntil(() => world.rows().every(({ sid }) => sid !== null));
    if (when === 'ringing') await world.runUntil(() => isRinging(world));
    if (when === 'ringing') await pass(world, 70);
    world.steer('stop');
    await world.runUntil(() => isClosed(world));
    await pass(world, 3_600);
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

async function pauseWith(way: Way, wire: Wire): Promise<unknown[]> {
  const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 150, exotel: { mix: MIX }, wire });
  try {
    await world.runUntil(() => isRinging(world));
    await pass(world, 40);
    world.steer('pause');
    const isPaused = await world.runUntil(() => world.state() === 'paused', world.time.now() + 600_000);
    const from = world.time.now();
    await pass(world, 600);
    const rung = rungSince(world, from);
    world.steer('run');
    await world.runUntil(() => isClosed(world));
    const { dials, messages } = world.exotel.control.ledger();
    const hours = (Math.max(...[...dials, ...messages].map(({ at }) => Date.parse(at))) - from) / 3_600_000;
    return [isPaused, rung, hours < 2, world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

describe.each(WAYS)('an action whose answer does not show that it was done (%s)', (way) => {
  describe.each(Object.entries(IDLE))('and was not: it %s', (_, answer) => {
    it.each(['scheduled', 'ringing'] as const)('stops what is %s before it says so', async (when) => {
      expect(await stopWith(way, idle(answer), when)).toEqual(['stopped']);
    });

    it('pauses and resumes, as it was pressed', async () => {
      expect(await pauseWith(way, idle(answer))).toEqual([true, 0, true, 'finished']);
    });
  });

  it.each(Object.entries(SHY))('and was: it %s, and all goes on', async (_, by) => {
    const shy = () => spoilAnswers(isAction, by);
    expect(await stopWith(way, shy(), 'scheduled')).toEqual(['stopped']);
    expect(await stopWith(way, shy(), 'ringing')).toEqual(['stopped']);
    expect(await pauseWith(way, shy())).toEqual([true, 0, true, 'finished']);
  });
});
