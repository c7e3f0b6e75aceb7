import { describe, expect, it } from 'vitest';
import { err } from '../../shared/result.ts';
import { createEngineWorld, type EngineWorld } from './world/engine-world.ts';
import { wrongsOf } from './world/judge-run.ts';
import { sliceOf } from './slice-of.ts';
import { isCampaignPage } from './world/spoil-answers.ts';
import type { ExoPhoneClient, ExotelClient } from '../../worker/exotel/client.ts';
import type { CampaignRow } from '../../worker/import/outbox/campaign-row.ts';
import type { FaultKind } from '../exotel/faults/faults.ts';

const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };
const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };

type Asked = 'lists of campaigns' | 'readings' | 'everything';

/** While `isOut` is true, Exotel answers 404 to such requests. */
function findingNothing(isOut: () => boolean, what: Asked) {
  const error = { code: 'not_found' as const, status: 404, description: 'Not Found' };
  const nothing = () => Promise.resolve({ result: err(error), rate: NO_RATE });
  const isMeant = (method: string, path: string) =>
    what === 'everything' || (method === 'GET' && (what === 'readings' || isCampaignPage(method, path)));
  return {
    wire: (client: ExotelClient): ExotelClient => ({
      request: (method, path, body) =>
        isOut() && isMeant(method, path) ? nothing() : client.request(method, path, body),
    }),
    phonesWire: (phones: ExoPhoneClient): ExoPhoneClient => ({
      exoPhones: () => (isOut() && what !== 'lists of campaigns' ? nothing() : phones.exoPhones()),
    }),
  };
}

async function pass(world: EngineWorld, minutes: number): Promise<void> {
  const at = world.time.now() + minutes * 60_000;
  await world.runUntil(() => world.time.now() >= at, at);
}

/** Plays an import for which Exotel finds nothing for some minutes; a stop is pressed in the middle of them. */
async function play(
  way: 'inline' | 'sms',
  { what, when, minutes, stops }: { what: Asked; when: 'scheduled' | 'ringing'; minutes: number; stops: boolean },
) {
  let isOut = false;
  const wires = findingNothing(() => isOut, what);
  const world = await createEngineWorld({ way, campaigns: 2, contactsEach: 600, exotel: { mix: MIX }, ...wires });
  try {
    await world.runUntil(() => world.rows().every(({ sid }) => sid !== null));
    if (when === 'ringing') await world.runUntil(() => world.rows().some(({ state }) => state === 'in_progress'));
    isOut = true;
    await pass(world, minutes / 2);
    if (stops) world.steer('stop');
    await pass(world, minutes / 2);
    isOut = false;
    await world.runUntil(() => world.rows().every(({ closed }) => closed));
    world.time.pass(3_600_000);
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

const OPERATIONS = { inline: 'create', sms: 'sms_create', static: 'csv_upload', dynamic: 'csv_upload' } as const;

function isInDoubt({ state, lists }: CampaignRow): boolean {
  return state === 'in_doubt' || lists.some((list) => list.state === 'in_doubt');
}

/** Plays an import whose first create has no answer, or make a campaign twice, and for which Exotel then finds nothing. */
async function playLost(way: keyof typeof OPERATIONS, what: Asked, kind: FaultKind, minutes: number) {
  let isOut = false;
  const wires = findingNothing(() => isOut, what);
  const world = await createEngineWorld({ way, campaigns: 3, contactsEach: 200, exotel: { mix: MIX }, ...wires });
  try {
    world.exotel.control.addFaults({ operation: OPERATIONS[way], kind, count: 1 });
    await world.runUntil(() => world.rows().some(isInDoubt));
    isOut = true;
    await pass(world, minutes);
    isOut = false;
    await world.runUntil(() => world.rows().every(({ closed }) => closed));
    return [world.state(), ...wrongsOf(world).slice(0, 3)];
  } finally {
    await world.close();
  }
}

/** Every change plays one of so many lengths, each story another. */
const EVERY = 3;
let stories = 0;

describe.each(['inline', 'sms'] as const)('while Exotel finds nothing for some minutes (%s)', (way) => {
  it.each([
    ['readings', 'scheduled', 7],
    ['readings', 'ringing', 7],
    ['everything', 'ringing', 7],
    ['lists of campaigns', 'ringing', 60],
    ['readings', 'ringing', 60],
    ['everything', 'ringing', 60],
  ] as const)('no campaign is taken for deleted, by %s of what is %s, for %i minutes', async (what, when, minutes) => {
    // Every change plays one of them, each way another.
    const turn = stories++ + (way === 'sms' ? 1 : 0);
    for (const stops of sliceOf([false, true], 2, turn))
      expect(await play(way, { what, when, minutes, stops })).toEqual([stops ? 'stopped' : 'finished']);
  });

  it.each([
    ['lists of campaigns', 'drop_after'],
    ['lists of campaigns', 'drop_before'],
    ['readings', 'drop_after'],
    ['readings', 'drop_before'],
    ['everything', 'drop_after'],
    ['everything', 'drop_before'],
  ] as const)('nothing is made again: %s, after a create that had no answer (%s)', async (what, kind) => {
    for (const minutes of sliceOf([2, 30, 90], EVERY, stories++))
      expect(await playLost(way, what, kind, minutes)).toEqual(['finished']);
  });
});

describe.each(['static', 'dynamic'] as const)('while Exotel finds nothing for some minutes (%s)', (way) => {
  it.each([
    ['readings', 'drop_after'],
    ['everything', 'drop_before'],
  ] as const)('no list is uploaded again: %s, after an upload that had no answer (%s)', async (what, kind) => {
    for (const minutes of [2, 30]) expect(await playLost(way, what, kind, minutes)).toEqual(['finished']);
  });
});
