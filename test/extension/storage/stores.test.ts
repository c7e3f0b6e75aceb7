import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../extension/storage/memory.ts';
import { newImportId } from '../../../extension/storage/new-import-id.ts';
import { createSettingsStore } from '../../../extension/storage/settings.ts';
import { importIdSchema } from '../../../shared/protocol/import.ts';
import { storageArea } from '../support/storage-area.ts';

const LIVE = { address: 'https://calls.example.com', token: 'secret', label: 'Sales', kind: 'live' } as const;
const TRIAL = { address: 'https://trial.example.com', token: 'other', label: 'Trying out', kind: 'trial' } as const;

describe('createSettingsStore', () => {
  it('reads back what was written, and nothing more is stored', async () => {
    const area = storageArea();
    const store = createSettingsStore(area, null);
    await store.write(LIVE);

    expect([await store.read(), area.content()]).toEqual([
      LIVE,
      { settings: { workers: [LIVE], current: LIVE.address } },
    ]);
  });

  it('knows several Workers, uses the one chosen, and finds each by its address', async () => {
    const store = createSettingsStore(storageArea(), null);
    await store.write(LIVE);
    await store.write(TRIAL);

    expect(await store.readAll()).toEqual({ workers: [LIVE, TRIAL], current: TRIAL });
    await store.choose(LIVE.address);
    await store.choose('https://unknown.example.com');
    expect([await store.read(), await store.find(TRIAL.address)]).toEqual([LIVE, TRIAL]);
    await store.forget(LIVE.address);
    expect(await store.readAll()).toEqual({ workers: [TRIAL], current: TRIAL });
  });

  it('loses neither of two Workers saved at once', async () => {
    const area = storageArea();
    await Promise.all([createSettingsStore(area, null).write(LIVE), createSettingsStore(area, null).write(TRIAL)]);

    expect((await createSettingsStore(area, null).readAll()).workers).toEqual([LIVE, TRIAL]);
  });

  it('takes the one Worker an earlier version stored for a live one, called by its host', async () => {
    const { address, token } = LIVE;
    const store = createSettingsStore(storageArea({ settings: { address, token } }), null);

    expect(await store.read()).toEqual({ address, token, label: 'calls.example.com', kind: 'live' });
  });

  it.each([[null], ['x'], [{}], [{ address: 'a' }], [{ address: 'a', token: 1 }], [{ address: '', token: 'x' }]])(
    'takes %j in storage for none',
    async (settings) => {
      expect(await createSettingsStore(storageArea({ settings }), null).read()).toBeNull();
    },
  );

  it('prefers what a person stored to what a local build was made with', async () => {
    const built = { address: 'http://localhost:8787', token: 'built' };

    expect(await createSettingsStore(storageArea(), built).read()).toEqual({
      ...built,
      label: 'localhost:8787',
      kind: 'trial',
    });
    expect(await createSettingsStore(storageArea({ settings: LIVE }), built).read()).toEqual(LIVE);
  });
});

describe('createMemoryStore', () => {
  it('watches each import once, the newest first, and not without end', async () => {
    const store = createMemoryStore(storageArea());
    for (let index = 0; index < 25; index += 1) await store.watch(`id${index}`, LIVE.address);
    await store.watch('id24', TRIAL.address);
    await store.unwatch('id23');

    const { watched } = await store.read();

    expect([watched.length, watched.slice(0, 2)]).toEqual([19, ['id24', 'id22']]);
  });

  it('knows the Worker an import was last started at, also of one that is watched no more', async () => {
    const area = storageArea();
    const store = createMemoryStore(area);
    await store.watch('a', LIVE.address);
    await store.watch('b', LIVE.address);
    await store.watch('a', TRIAL.address);
    await store.unwatch('b');

    expect((await createMemoryStore(area).read()).startedAt).toEqual([
      { id: 'a', worker: TRIAL.address },
      { id: 'b', worker: LIVE.address },
    ]);
    for (let index = 0; index < 201; index += 1) await store.watch(`id${index}`, LIVE.address);
    expect((await store.read()).startedAt.length).toBe(200);
  });

  it('keeps what was sent away and switched off', async () => {
    const area = storageArea();
    await createMemoryStore(area).hideGuide();
    await createMemoryStore(area).switchKeys(true);

    expect(await createMemoryStore(area).read()).toMatchObject({ guideHidden: true, keysOff: true });
    await createMemoryStore(area).switchKeys(false);
    expect(await createMemoryStore(area).read()).toMatchObject({ guideHidden: true, keysOff: false, approvals: null });
  });

  it('loses nothing when popup and background write at once', async () => {
    const area = storageArea();
    const [popup, background] = [createMemoryStore(area), createMemoryStore(area)];
    await Promise.all([
      popup.watch('a', LIVE.address),
      background.tell(['news']),
      popup.hideGuide(),
      background.watch('b', LIVE.address),
    ]);

    expect(await popup.read()).toMatchObject({ watched: ['b', 'a'], told: ['news'], guideHidden: true });
  });

  it('starts anew from anything that is not its own', async () => {
    expect(
      await createMemoryStore(
        storageArea({ memory: { watched: [1, 'a'], startedAt: [{ id: 'a' }, null], templateId: 7, keysOff: 'yes' } }),
      ).read(),
    ).toEqual({
      templateId: null,
      watched: ['a'],
      startedAt: [],
      told: [],
      guideHidden: false,
      keysOff: false,
      approvals: null,
      day: null,
    });
  });
});

describe('newImportId', () => {
  it('makes eight letters and digits that the wire takes', () => {
    const id = newImportId((bytes) => crypto.getRandomValues(bytes));

    expect(id).toMatch(/^[a-z0-9]{8}$/);
    expect(importIdSchema.safeParse(id).success).toBe(true);
  });

  it('favours no letter: bytes that would are thrown away', () => {
    const rounds = [
      [252, 253, 254, 255, 0, 35, 36, 251],
      [1, 1, 1, 1, 1, 1, 1, 1],
    ];
    const id = newImportId((bytes) => {
      bytes.fill(255);
      bytes.set(rounds.shift() ?? []);
    });

    expect(id).toBe('a9a9bbbb');
  });
});
