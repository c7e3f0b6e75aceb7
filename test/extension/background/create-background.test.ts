import { afterEach, describe, expect, it } from 'vitest';
import { DISCARD_UNDO_MINUTES } from '../../../shared/extension-limits.ts';
import type { Badge } from '../../../extension/background/badge.ts';
import { createBackground } from '../../../extension/background/create-background.ts';
import { createMemoryStore } from '../../../extension/storage/memory.ts';
import { createSettingsStore } from '../../../extension/storage/settings.ts';
import { startUpload } from '../../../extension/upload/upload-step.ts';
import { keptImport } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';
import { startReceivingWorker } from '../support/receiving-worker.ts';
import type { ReceivingWorker } from '../support/receiving-worker.ts';
import { storageArea } from '../support/storage-area.ts';

const NOW = 1_000;
let worker: ReceivingWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

/** A background with one file started; everything it asks of the browser is written down in order. */
async function setUp(fetcher: typeof fetch = fetch) {
  worker = await startReceivingWorker({ contacts: 10, campaigns: 1 });
  const asked: unknown[] = [];
  const area = storageArea({ settings: { address: worker.url, token: 'secret' } });
  const memory = createMemoryStore(area);
  const kept = keptInMemory();
  const background = createBackground({
    settings: createSettingsStore(area, null),
    memory,
    kept,
    fetcher,
    now: () => NOW,
    random: () => 0.5,
    notify: async ({ key }) => void asked.push(key),
    showBadge: async ({ text }: Badge) => void asked.push(`badge ${text}`),
    comeBack: async (when) => void asked.push(when),
  });
  const press = { contacts: 10, campaigns: 1, again: false, at: NOW, sent: null };
  await kept.keep(keptImport({ fileBytes: 3, press, upload: startUpload() }), new Blob(['a,b']));
  return { asked, background, kept, memory, worker };
}

describe('createBackground', () => {
  it('arms itself before the work, brings the file over, and then watches what it launched', async () => {
    const { asked, background, kept, memory, worker: at } = await setUp();

    await background.work();

    const { watched, startedAt } = await memory.read();
    expect([at.launches(), await kept.list(), watched]).toEqual([1, [], ['k3v9x2a7']]);
    expect(startedAt).toEqual([{ id: 'k3v9x2a7', worker: at.url }]);
    expect(asked).toEqual(['next_tick', 'badge 0%', 'next_tick']);
  });

  it('comes back when a retry is due, not with the next tick, though something is watched', async () => {
    const { asked, background, memory, worker: at } = await setUp();
    await memory.watch('k3v9x2a7', '');
    at.plan(['none', 'lost_before']);

    await background.work();

    expect(asked).toEqual(['next_tick', 'badge 0%', NOW + 1_000]);
  });

  it('rests when nothing was started', async () => {
    const { asked, background, kept } = await setUp();
    await kept.remove('k3v9x2a7');

    await background.work();

    expect(asked).toEqual(['next_tick', 'badge ', null]);
  });

  it('keeps the alarm of work that began meanwhile, when earlier work comes to its end', async () => {
    const [account, part] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reached: string[] = [];
    const { asked, background, kept } = await setUp(async (input, init) => {
      const path = new URL(input instanceof Request ? input.url : input).pathname;
      reached.push(`${init?.method ?? 'GET'} ${path}`);
      if (path === '/api/account') await account.promise;
      if (init?.method === 'PATCH') await part.promise;
      return fetch(input, init);
    });
    const pressed = await kept.read('k3v9x2a7');
    await kept.remove('k3v9x2a7');

    const earlier = background.work();
    await expect.poll(() => reached).toContain('GET /api/account');
    if (pressed) await kept.keep(pressed, new Blob(['a,b']));
    const later = background.work();
    await expect.poll(() => reached).toContain('PATCH /api/imports/k3v9x2a7/file');
    account.resolve();
    await earlier;
    const whileSending = asked.filter((each) => !String(each).startsWith('badge'));
    part.resolve();
    await later;

    expect(whileSending).toEqual(['next_tick', 'next_tick']);
    expect(asked.at(-1)).toBe('next_tick');
  });

  it('erases what was thrown away once that cannot be taken back, and comes back for the rest', async () => {
    const { asked, background, kept } = await setUp();
    await kept.remove('k3v9x2a7');
    const [old, fresh] = [NOW - DISCARD_UNDO_MINUTES * 60_000, NOW - 1];
    await kept.keep(keptImport({ id: 'old', discardedAt: old }), new Blob(['a']));
    await kept.keep(keptImport({ id: 'fresh', discardedAt: fresh }), new Blob(['b']));

    await background.work();

    expect((await kept.discarded()).map(({ id }) => id)).toEqual(['fresh']);
    expect([await kept.readFile('old'), await (await kept.readFile('fresh'))?.text()]).toEqual([null, 'b']);
    expect(asked.at(-1)).toBe(fresh + DISCARD_UNDO_MINUTES * 60_000);
  });

  it('lets go on what stopped for a wrong token, once there are other settings', async () => {
    const { background, kept } = await setUp();
    const fault = { code: 'refused', status: 401, reason: 'unauthorised', message: '', details: null } as const;
    await kept.update('k3v9x2a7', (one) => ({ ...one, upload: { step: 'stuck', task: 'sending', offset: 2, fault } }));

    await background.reconnect();

    expect((await kept.read('k3v9x2a7'))?.upload).toEqual({
      step: 'working',
      task: 'sending',
      offset: 2,
      failures: 0,
      retryAt: null,
      fault: null,
    });
  });
});
