import { describe, expect, it } from 'vitest';
import { err } from '../../shared/result.ts';
import { createEngineWorld, type EngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import type { ExotelClient } from '../../worker/exotel/client.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const MINUTES = 7;
const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };

type Asked = 'readings' | 'everything';

/** For a while, 404 is the answer to what is asked. */
function findingNothing(isOut: () => boolean, what: Asked) {
  return (client: ExotelClient): ExotelClient => ({
    request: (method, path, body) => {
      if (!isOut() || (what === 'readings' && method !== 'GET')) return client.request(method, path, body);
      const error = { code: 'not_found' as const, status: 404, description: 'Not Found' };
      return Promise.resolve({ result: err(error), rate: NO_RATE });
    },
  });
}

async function pass(world: EngineWorld, minutes: number): Promise<void> {
  const at = world.time.now() + minutes * 60_000;
  await world.runUntil(() => world.time.now() >= at, at);
}

/** Plays an import for which Exotel finds nothing for some minutes; a stop is pressed in the middle of them. */
async function play(way: 'inline' | 'sms', what: Asked, when: 'scheduled' | 'ringing', stops: boolean) {
  let isOut = false;
  const wire = findingNothing(() => isOut, what);
  const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 600, exotel: { mix: MIX }, wire });
  try {
    await world.runUntil(() => world.rows().every(({ sid }) => sid !== null));
    if (when === 'ringing') await world.runUntil(() => world.rows().some(({ state }) => state === 'in_progress'));
    isOut = true;
    await pass(world, MINUTES / 2);
    if (stops) world.steer('stop');
    await pass(world, MINUTES / 2);
    isOut = false;
    await world.runUntil(() => world.rows().every(({ closed }) => closed));
    world.time.pass(3_600_000);
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

describe.each(['inline', 'sms'] as const)('while Exotel finds nothing for some minutes (%s)', (way) => {
  it.each([
    ['readings', 'scheduled'],
    ['readings', 'ringing'],
    ['everything', 'ringing'],
  ] as const)('no campaign is taken for deleted, by %s of what is %s', async (what, when) => {
    expect(await play(way, what, when, false)).toEqual(['finished']);
    expect(await play(way, what, when, true)).toEqual(['stopped']);
  });
});
