import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { createEngineWorld, type WorldOptions } from './engine-world.ts';
import { wrongsOf } from './judge-run.ts';
import type { ExotelClient } from '../../worker/exotel/client.ts';

const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };
const MIX = { completed: 0.6, 'no-answer': 0.2, busy: 0.15, failed: 0.05 };

/** Refuses a page of calls that is longer than this, where the stand-in cuts it. */
function refusingPagesOver(largest: number, asked: number[]) {
  return (client: ExotelClient): ExotelClient => ({
    request: (method, path, body) => {
      const limit = path.includes('-details') ? Number(new URLSearchParams(path.split('?')[1]).get('limit')) : 0;
      if (limit > 0) asked.push(limit);
      if (limit <= largest) return client.request(method, path, body);
      const description = `limit: maximum is ${largest}`;
      const error = { code: 'refused' as const, status: 400, exotelCode: 1002, description };
      return Promise.resolve({ result: err(error), rate: NO_RATE });
    },
  });
}

/** Counts 0 around whatever it shows, as Exotel's sample of one campaign does. */
function countingNothing(client: ExotelClient): ExotelClient {
  return {
    request: async (method, path, body) => {
      const { result, rate } = await client.request(method, path, body);
      return { result: result.ok ? ok({ ...result.value, total: 0 }) : result, rate };
    },
  };
}

async function wrongsWith(wire: WorldOptions['wire']): Promise<unknown[]> {
  const world = await createEngineWorld({
    campaigns: 2,
    contactsEach: 150,
    exotel: { mix: MIX },
    ...(wire && { wire }),
  });
  try {
    await world.runUntil(() => world.rows().every((row) => row.closed));
    return [world.state(), ...wrongsOf(world)];
  } finally {
    await world.close();
  }
}

describe('where Exotel’s pages leave two readings, an import is launched once and accounted for', () => {
  it.each([
    [100, [500, 100]],
    [50, [500, 100, 20]],
  ])('also when a page of more than %i calls is refused rather than cut', async (largest, sizes) => {
    const asked: number[] = [];
    expect(await wrongsWith(refusingPagesOver(largest, asked))).toEqual(['finished']);
    expect([...new Set(asked)]).toEqual(sizes);
  });

  it('also when every page says that there are 0 in all', async () => {
    expect(await wrongsWith(countingNothing)).toEqual(['finished']);
  });
});
