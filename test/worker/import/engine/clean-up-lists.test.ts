import { describe, expect, it } from 'vitest';
import { clearErasedLists } from '../../../../worker/import/engine/clean-up-lists.ts';
import type { ExotelExchange } from '../../../../worker/exotel/client.ts';
import type { ErasedList } from '../../../../worker/import/outbox/orphan-lists.ts';

const RATE = { retryAfterMs: null, remaining: null, resetMs: null };
const NAME = 'Leads 1 #k3v9x2a7-m4q8z2rt6w-L1.1';

const NOTHING: ExotelExchange = {
  result: { ok: false, error: { code: 'not_found', status: 404, description: 'Not Found' } },
  rate: RATE,
};

/** A list of an import that is gone, which may exist, at an Exotel that shows it only `lagMs` after. */
async function clear(
  lagMs: number,
  { outFrom = 0, outUntil = 0 } = {},
): Promise<{ deleted: string[]; tookMs: number; looks: number }> {
  let now = 0;
  let looks = 0;
  const kept = new Map<string, ErasedList>([[NAME, { name: NAME, sid: null, tries: 0 }]]);
  const deleted: string[] = [];
  const ok = (items: readonly Record<string, unknown>[]): ExotelExchange => ({
    result: {
      ok: true,
      value: { items: items.map((data) => ({ data, summary: null })), total: items.length },
    },
    rate: RATE,
  });
  const isOut = () => now >= outFrom && now < outUntil;
  for (let turn = 0; turn < 100; turn += 1) {
    const next = await clearErasedLists({
      exotel: {
        phones: { exoPhones: async () => (isOut() ? NOTHING : ok([])) },
        client: {
          request: async (method, path) => {
            if (isOut()) return NOTHING;
            if (method === 'GET') {
              looks += 1;
              return ok(now >= lagMs ? [{ sid: 'l1', name: NAME }] : []);
            }
            deleted.push(path);
            return ok([]);
          },
        },
      },
      store: {
        erasedLists: () => [...kept.values()],
        saveErased: (list) => void kept.set(list.name, list),
        dropErased: (name) => void kept.delete(name),
      },
      now: () => now,
      takeTurn: () => Promise.resolve({ granted: true, leaseId: 1 }),
      endTurn: () => Promise.resolve(),
    });
    if (next === null) break;
    now = next;
  }
  return { deleted, tookMs: now, looks };
}

describe('a list that may exist, of an import that was deleted', () => {
  it.each([0, 80_000, 600_000])('is deleted though Exotel shows it %i ms late', async (lagMs) => {
    expect((await clear(lagMs)).deleted).toEqual(['/lists/l1']);
  });

  it.each([
    [0, 600_000],
    [1, 3_600_000],
  ])('is deleted though Exotel finds nothing of anything from %i to %i ms', async (outFrom, outUntil) => {
    expect((await clear(0, { outFrom, outUntil })).deleted).toEqual(['/lists/l1']);
  });

  it('is given up after looks of more than twenty minutes that found nothing', async () => {
    const { deleted, tookMs, looks } = await clear(Number.POSITIVE_INFINITY);
    expect([deleted, looks]).toEqual([[], 10]);
    expect(tookMs).toBeGreaterThan(1_000_000);
  });
});
