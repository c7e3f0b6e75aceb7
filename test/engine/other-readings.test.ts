import { describe, expect, it } from 'vitest';
import { err } from '../../shared/result.ts';
import { createEngineWorld } from './engine-world.ts';
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

describe('where Exotel’s pages leave two readings, an import is launched once and accounted for', () => {
  it.each([
    [100, [500, 100]],
    [50, [500, 100, 20]],
  ])('also when a page of more than %i calls is refused rather than cut', async (largest, sizes) => {
    const asked: number[] = [];
    const wire = refusingPagesOver(largest, asked);
    const world = await createEngineWorld({ campaigns: 2, contactsEach: 150, wire, exotel: { mix: MIX } });
    try {
      await world.runUntil(() => world.rows().every((row) => row.closed));
      expect([world.state(), wrongsOf(world)]).toEqual(['finished', []]);
      expect([...new Set(asked)]).toEqual(sizes);
    } finally {
      await world.close();
    }
  });
});
