import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { CALLBACKS_PER_ARCHIVE } from '../../../shared/limits.ts';
import { archiveCallbacks } from '../../../worker/campaign/archive-callbacks.ts';
import { createCampaignStore, type CampaignRecord } from '../../../worker/campaign/campaign-store.ts';

const RECORD: CampaignRecord = {
  importId: 'leads-1',
  incarnation: 'm4q8z2rt6w',
  seq: 1,
  retryCount: 0,
  retryOn: [],
  country: 'IN',
};
const FULL = CALLBACKS_PER_ARCHIVE;

afterEach(reset);

/** Archives `times` times while `perPut` callbacks arrive during each write. Answers how many values each wrote. */
async function archiveInAStream(before: number, perPut: number, times: number) {
  return await runInDurableObject(env.CAMPAIGNS.getByName('a stream'), async (_, { storage }) => {
    const store = createCampaignStore(storage.sql);
    store.save(RECORD, Float64Array.of(919_810_010_001));
    let came = 0;
    const come = (count: number) => {
      for (; count > 0; count -= 1) store.callbacks.add(Date.now(), 'call', `{"call_sid":"c${(came += 1)}"}`);
    };
    come(before);
    const kv: Pick<KVNamespace, 'put'> = {
      put: async (key: string, value: string) => {
        await env.CALLBACKS.put(key, value);
        come(perPut);
      },
    };
    const written: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const had = store.callbacks.archived().length;
      await archiveCallbacks({
        store,
        record: RECORD,
        kv,
        retentionDays: 90,
        isErased: () => false,
        saveOutcomes: () => undefined,
        isToldUpTo: () => true,
      });
      written.push(store.callbacks.archived().length - had);
    }
    const waiting = [...store.callbacks.all()].length;
    return { written, counts: store.callbacks.archived().map(({ count }) => count), came, waiting };
  });
}

describe('the archive of a campaign whose callbacks never cease', () => {
  it('ends each time with the batches that were full when it began, however many come meanwhile', async () => {
    const { written, counts, came, waiting } = await archiveInAStream(2 * FULL + 200, FULL + 100, 3);
    // 200 and 1,200 callbacks make two full batches and 400 over; with 1,200 more they make three.
    expect(written).toEqual([2, 2, 3]);
    expect(new Set(counts)).toEqual(new Set([FULL]));
    expect(counts.reduce((sum, count) => sum + count, 0) + waiting).toBe(came);
  });

  it('writes no value of a few callbacks while more are on their way: two values of 700, not one a handful', async () => {
    const { written, counts } = await archiveInAStream(2, 2, 1);
    expect(written).toEqual([1]);
    expect(counts).toEqual([2]);
    await reset();
    const full = await archiveInAStream(698, 2, 2);
    expect(full.written).toEqual([1, 1]);
    expect(full.counts).toEqual([FULL, 200]);
  });
});
