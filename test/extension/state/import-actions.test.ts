import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../shared/limits.ts';
import { createImportActions } from '../../../extension/state/import-actions.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

const TEMPLATE = { id: 't1', name: 'Diwali greeting' };

function setUp() {
  const kept = keptInMemory();
  let woken = 0;
  const actions = createImportActions({
    kept,
    now: () => 5_000,
    workerInUse: () => 'https://calls.example.com',
    fillRandom: (bytes) => bytes.fill(1),
    wake: () => (woken += 1),
  });
  return { kept, actions, woken: () => woken };
}

describe('createImportActions', () => {
  it('keeps a chosen file as a draft named after it', async () => {
    const { kept, actions } = setUp();

    expect(await actions.takeIn(new Blob(['a,b']), 'Diwali leads.csv', TEMPLATE, MAX_FILE_BYTES)).toEqual({
      ok: true,
      value: 'bbbbbbbb',
    });
    expect(await kept.list()).toEqual([
      keptImport({
        id: 'bbbbbbbb',
        worker: 'https://calls.example.com',
        fileBytes: 3,
        keptAt: 5_000,
        upload: { step: 'draft' },
      }),
    ]);
    expect(await (await kept.readFile('bbbbbbbb'))?.text()).toBe('a,b');
  });

  it('refuses an empty file, one too large, and one the browser cannot keep', async () => {
    const { kept, actions } = setUp();
    const large = Object.defineProperty(new Blob(['x']), 'size', { value: MAX_FILE_BYTES + 1 });
    const empty = await actions.takeIn(new Blob([]), 'a.csv', TEMPLATE, MAX_FILE_BYTES);
    const tooLarge = await actions.takeIn(large, 'a.csv', TEMPLATE, MAX_FILE_BYTES);
    kept.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const notKept = await actions.takeIn(new Blob(['x']), 'a.csv', TEMPLATE, MAX_FILE_BYTES);

    expect([empty, tooLarge, notKept]).toEqual([
      { ok: false, error: { code: 'empty' } },
      { ok: false, error: { code: 'too_large', bytes: MAX_FILE_BYTES + 1, limitBytes: MAX_FILE_BYTES } },
      { ok: false, error: { code: 'not_kept' } },
    ]);
    expect(await kept.list()).toEqual([]);
  });

  it('remembers the press with all that was on screen, and wakes the background', async () => {
    const { kept, actions, woken } = setUp();
    await kept.keep(keptImport(), new Blob(['x']));

    await actions.press('k3v9x2a7', {
      saw: { contacts: 12_480, campaigns: 3 },
      again: true,
      columns: { number: 2, header: true, variables: { Name: 1 } },
      delivery: 'lists',
      adjust: { throttle: 20 },
    });

    expect(await kept.list()).toEqual([
      keptImport({
        press: { contacts: 12_480, campaigns: 3, again: true, at: 5_000 },
        columns: { number: 2, header: true, variables: { Name: 1 } },
        delivery: 'lists',
        adjust: { throttle: 20 },
        upload: working('opening'),
      }),
    ]);
    expect(woken()).toBe(1);
  });

  it('changes nothing under way: neither by a second press nor by another column', async () => {
    const { kept, actions } = setUp();
    const underWay = keptImport({
      press: { contacts: 1, campaigns: 1, again: false, at: 1 },
      upload: working('sending', 7),
    });
    await kept.keep(underWay, new Blob(['x']));

    await actions.press('k3v9x2a7', {
      saw: { contacts: 2, campaigns: 2 },
      again: false,
      columns: {},
      delivery: 'auto',
      adjust: {},
    });
    await actions.change('k3v9x2a7', { columns: { number: 3 } });

    expect(await kept.list()).toEqual([underWay]);
  });

  it('sends the corrected file in place of the one chosen, which is still there', async () => {
    const { kept, actions } = setUp();
    const draft = keptImport({ fileBytes: 3 });
    await kept.keep(draft, new Blob(['a,b']));

    expect(await actions.keepCorrected(draft, new Blob(['a,bc']))).toBe(draft.id);
    expect(await kept.read(draft.id)).toMatchObject({ isCorrected: true, fileBytes: 4 });
    expect(await (await kept.readSent(draft.id))?.text()).toBe('a,bc');
    expect(await (await kept.readFile(draft.id))?.text()).toBe('a,b');
    await actions.keepCorrected(draft, null);
    expect(await kept.read(draft.id)).toMatchObject({ isCorrected: false, fileBytes: 3 });
    expect(await (await kept.readSent(draft.id))?.text()).toBe('a,b');
  });

  it('goes on as another import when the Worker holds the file as it was before', async () => {
    const { kept, actions } = setUp();
    const asked = keptImport({
      press: { contacts: 1, campaigns: 1, again: false, at: 1 },
      upload: { step: 'asks_again', why: 'plan_changed' },
    });
    await kept.keep(asked, new Blob(['a,b']));

    expect(await actions.keepCorrected(asked, new Blob(['a,bc']))).toBe('bbbbbbbb');
    expect(await kept.list()).toEqual([
      { ...asked, id: 'bbbbbbbb', isCorrected: true, fileBytes: 4, press: null, upload: { step: 'draft' } },
    ]);
    expect(await (await kept.readSent('bbbbbbbb'))?.text()).toBe('a,bc');
  });
});
