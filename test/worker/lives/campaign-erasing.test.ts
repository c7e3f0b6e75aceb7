import { abortAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { archiveNow, startClock } from '../support/engine.ts';
import { storedAnywhere } from '../support/stored.ts';
import type { CampaignRecord } from '../../../worker/campaign/campaign-store.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const RECORD: CampaignRecord = {
  importId: 'leads-1',
  incarnation: 'm4q8z2rt6w',
  seq: 1,
  retryCount: 0,
  retryOn: [],
  country: 'IN',
};
const KEY = 'callbacks/leads-1/m4q8z2rt6w/000001/000001';

// Work of earlier tests may arrive late, and these tests look at everything that is stored.
beforeEach(async () => {
  await reset();
  startClock();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

const campaign = () => env.CAMPAIGNS.getByName('leads-1-m4q8z2rt6w/1');

async function openWithCallback(): Promise<void> {
  await campaign().open(RECORD, Float64Array.of(919_810_010_001));
  await campaign().receive('call', '{"call_sid":"a1","status":"completed"}', Date.now());
}

/** Holds back the writing of an archive until the test lets it go. */
function holdArchive(): { readonly hasBegun: () => boolean; readonly letGo: () => void; readonly done: string[] } {
  // Flags that are polled, because a promise of one object's request must not be resolved by another's.
  let hasBegun = false;
  const gate = { isHeld: true };
  const done: string[] = [];
  const put = env.CALLBACKS.put.bind(env.CALLBACKS);
  vi.spyOn(env.CALLBACKS, 'put').mockImplementation(async (key: string, value: unknown) => {
    hasBegun = true;
    while (gate.isHeld) await new Promise((resolve) => setTimeout(resolve, 1));
    await put(key, String(value));
    done.push('put');
  });
  const remove = env.CALLBACKS.delete.bind(env.CALLBACKS);
  vi.spyOn(env.CALLBACKS, 'delete').mockImplementation(async (key: string) => {
    done.push('delete');
    await remove(key);
  });
  return {
    done,
    hasBegun: () => hasBegun,
    letGo: () => {
      gate.isHeld = false;
    },
  };
}

const archived = async (): Promise<string[]> => (await env.CALLBACKS.list()).keys.map(({ name }) => name);

describe('a campaign that is erased', () => {
  it('takes along the archive that is being written at that moment', async () => {
    await openWithCallback();
    const { hasBegun, letGo, done } = holdArchive();
    const archiving = archiveNow(campaign());
    await vi.waitFor(() => expect(hasBegun()).toBe(true), PATIENCE);
    const erasing = campaign().erase();
    await vi.waitFor(async () => expect(await campaign().totals()).toBeNull(), PATIENCE);
    letGo();
    await Promise.all([erasing, archiving]);
    expect(done).toEqual(['put', 'delete']);
    expect(await archived()).toEqual([]);
    expect(await storedAnywhere(RECORD.importId)).toEqual([]);
  });

  it('by a process that died while it wrote an archive takes it along when it can arrive no more', async () => {
    await openWithCallback();
    await runInDurableObject(campaign(), (_, { storage: { sql } }) => {
      sql.exec('INSERT INTO archives (batch, first_id, last_id, count, done) VALUES (1, 1, 1, 1, 0)');
    });
    await abortAllDurableObjects();
    await campaign().erase();
    expect((await storedAnywhere(RECORD.importId)).map(({ tables }) => tables)).toEqual([['erasing']]);
    await env.CALLBACKS.put(KEY, 'what was still on its way');
    const later = Date.now() + 120_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await runDurableObjectAlarm(campaign());
    expect(await archived()).toEqual([]);
    expect(await storedAnywhere(RECORD.importId)).toEqual([]);
  });

  it('hears nobody any more, and asked for or told of leaves nothing', async () => {
    await openWithCallback();
    await campaign().erase();
    expect(await campaign().receive('call', '{}', Date.now())).toEqual({
      ok: false,
      error: { code: 'unknown_campaign' },
    });
    const none: never[] = [];
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- the object's own fill, no array's
    const filled = await campaign().fill(none);
    expect([await campaign().totals(), filled, await campaign().close('not_attempted')]).toEqual([null, null, null]);
    expect(await storedAnywhere(RECORD.importId)).toEqual([]);
  });
});
