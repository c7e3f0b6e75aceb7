import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../shared/limits.ts';
import { createImportActions } from '../../../extension/state/import-actions.ts';
import { keptImport, working } from '../support/kept-import.ts';
import { keptInMemory } from '../support/kept-in-memory.ts';

const TEMPLATE = { id: 't1', name: 'Diwali greeting' };

const IN_USE = 'https://calls.example.com';
const OLD = 'https://old.example.com';

function setUp() {
  const kept = keptInMemory();
  let woken = 0;
  let inUse = IN_USE;
  const actions = createImportActions({
    kept,
    now: () => 5_000,
    workerInUse: () => inUse,
    fillRandom: (bytes) => bytes.fill(1),
    wake: () => (woken += 1),
  });
  return { kept, actions, woken: () => woken, use: (address: string) => (inUse = address) };
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
        worker: IN_USE,
        fileBytes: 3,
        keptAt: 5_000,
        upload: { step: 'draft' },
      }),
    ]);
    expect(await (await kept.readFile('bbbbbbbb'))?.text()).toBe('a,b');
  });

  it('throws a draft away so that it can be taken back as it was, and nothing that is under way', async () => {
    const { kept, actions, woken } = setUp();
    const file = new Blob(['a,b']);
    const draft = keptImport({ edition: 3 });
    await kept.keep(draft, file);
    await kept.keep(keptImport({ id: 'started1', upload: working('sending') }), file);

    await actions.discard(draft.id);
    await actions.discard('started1');

    expect((await kept.list()).map(({ id }) => id)).toEqual(['started1']);
    expect(await kept.discarded()).toEqual([{ ...draft, discardedAt: 5_000 }]);
    expect(woken()).toBe(2);
    await actions.undoDiscard(draft.id);
    expect(await kept.read(draft.id)).toEqual(draft);
    expect(await (await kept.readFile(draft.id))?.text()).toBe('a,b');
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
      { ok: false, error: { code: 'not_kept', reason: 'full', error: 'QuotaExceededError' } },
    ]);
    expect(await kept.list()).toEqual([]);
  });

  it('remembers the press with all that was on screen, and wakes the background', async () => {
    const { kept, actions, woken } = setUp();
    await kept.keep(keptImport(), new Blob(['x']));

    await actions.press(keptImport(), {
      counted: { contacts: 12_480, campaigns: 3 },
      again: true,
      columns: { number: 2, header: true, variables: { Name: 1 } },
      delivery: 'lists',
      adjust: { throttle: 20 },
    });

    expect(await kept.list()).toEqual([
      keptImport({
        // An earlier version kept no Worker for a draft; from the press on it goes to the Worker that is in use then.
        worker: IN_USE,
        press: { contacts: 12_480, campaigns: 3, again: true, at: 5_000, sent: null },
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
      press: { contacts: 1, campaigns: 1, again: false, at: 1, sent: null },
      upload: working('sending', 7),
    });
    await kept.keep(underWay, new Blob(['x']));

    await actions.press(keptImport(), {
      counted: { contacts: 2, campaigns: 2 },
      again: false,
      columns: {},
      delivery: 'auto',
      adjust: {},
    });
    await actions.change('k3v9x2a7', { columns: { number: 3 } });

    expect(await kept.list()).toEqual([underWay]);
  });

  it('starts nothing that is not as it was seen: another template, or more corrected in another window', async () => {
    const { kept, actions } = setUp();
    const saw = keptImport();
    const said = {
      counted: { contacts: 2, campaigns: 1 },
      again: false,
      columns: {},
      delivery: 'auto',
      adjust: {},
    } as const;
    const sent = { edition: 1, numberColumn: 1, header: true };
    for (const now of [
      { template: { id: 't2', name: 'Other' } },
      { onlyNew: true },
      { worker: IN_USE },
      { edition: 1 },
      { edition: 1, sent },
    ]) {
      await kept.keep({ ...saw, ...now }, new Blob(['x']));
      expect(await actions.press(saw, said)).toBeNull();
      expect(await kept.list()).toEqual([{ ...saw, ...now }]);
    }
    const settled = keptImport({ edition: 1, sent });
    await kept.keep(settled, new Blob(['x']));
    expect(await actions.press(settled, { ...said, columns: { number: 3, header: true } })).toBeNull();
    expect(await actions.press(settled, { ...said, columns: { number: 2, header: true } })).toBe(settled.id);
  });

  it('starts nothing through another Worker than the one in use', async () => {
    const { kept, actions, use, woken } = setUp();
    const saw = keptImport({ worker: OLD });
    const said = { counted: { contacts: 2, campaigns: 1 }, again: false, columns: {}, delivery: 'auto', adjust: {} };
    await kept.keep(saw, new Blob(['x']));

    expect(await actions.press(saw, { ...said, delivery: 'auto' })).toBeNull();
    expect([await kept.list(), woken()]).toEqual([[saw], 0]);
    use(OLD);
    expect(await actions.press(saw, { ...said, delivery: 'auto' })).toBe(saw.id);
  });

  it('has a draft go to the Worker in use, with its template there and what was chosen of the file', async () => {
    const { kept, actions } = setUp();
    await kept.keep(keptImport({ worker: OLD, columns: { number: 2 }, edition: 3 }), new Blob(['a,b']));

    expect(await actions.useHere('k3v9x2a7', [])).toEqual(
      keptImport({
        worker: IN_USE,
        columns: { number: 2 },
        edition: 3,
        template: { id: '', name: TEMPLATE.name },
        step: 'file',
      }),
    );
  });

  it('goes on as another import when the Worker holds the file as it was before', async () => {
    const { kept, actions } = setUp();
    const sent = { edition: 1, numberColumn: 1, header: true };
    const asked = keptImport({
      edition: 1,
      sent,
      press: { contacts: 1, campaigns: 1, again: false, at: 1, sent: null },
      upload: { step: 'asks_again', why: 'plan_changed' },
    });
    await kept.keep(asked, new Blob(['a,b']));
    await kept.keepSent(asked.id, sent, new Blob(['a,bc']));
    const saw = await kept.read(asked.id);
    const columns = { number: 2, header: true };
    const counted = { contacts: 2, campaigns: 1 };

    expect(saw && (await actions.press(saw, { counted, again: false, columns, delivery: 'auto', adjust: {} }))).toBe(
      'bbbbbbbb',
    );
    expect(await kept.list()).toMatchObject([{ id: 'bbbbbbbb', fileBytes: 4, press: { ...counted, sent } }]);
    expect(await (await kept.readSent('bbbbbbbb'))?.text()).toBe('a,bc');
    expect(await kept.readFile(asked.id)).toBeNull();
  });
});
