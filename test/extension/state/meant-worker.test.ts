import { describe, expect, it } from 'vitest';
import { hasNoTemplate, isMeantFor, mayMove, movedTo } from '../../../extension/state/draft/meant-worker.ts';
import { keptImport, working } from '../support/kept-import.ts';

const OLD = 'https://old.example.com';
const NEW = 'https://new.example.com';

describe('isMeantFor', () => {
  it('is the Worker a file was kept for, or whichever is in use where an earlier version kept it', () => {
    expect([
      isMeantFor({ worker: OLD }, OLD),
      isMeantFor({ worker: OLD }, NEW),
      isMeantFor({ worker: '' }, NEW),
      isMeantFor({ worker: OLD }, ''),
    ]).toEqual([true, false, true, false]);
  });
});

describe('movedTo', () => {
  const chosen = {
    worker: OLD,
    columns: { number: 2, header: true },
    delivery: 'lists',
    adjust: { throttle: 20 },
    edition: 2,
    sent: { edition: 2, numberColumn: 1, header: true },
    rows: 500,
  } as const;
  const draft = keptImport({ ...chosen, onlyNew: true, unlessChanged: true, override: 'They asked', step: 'confirm' });

  it('takes the copy of its template and what was chosen of the file, and nothing the other Worker answered', () => {
    const templates = [
      { id: 't2', name: 'Diwali greeting' },
      { id: 't1', name: 'Renamed' },
    ];
    const moved = { ...chosen, worker: NEW, template: { id: 't1', name: 'Renamed' }, step: 'check' } as const;

    expect(movedTo(draft, NEW, templates)).toEqual(keptImport(moved));
  });

  it('takes the only template of the same name, and leads to where that is seen', () => {
    const moved = { ...chosen, worker: NEW, template: { id: 't9', name: 'Diwali greeting' }, step: 'file' } as const;

    expect(movedTo(draft, NEW, [{ id: 't9', name: 'Diwali greeting' }])).toEqual(keptImport(moved));
  });

  it('takes none where none or several have its name: a person chooses', () => {
    const twins = ['t8', 't9'].map((id) => ({ id, name: 'Diwali greeting' }));
    for (const templates of [twins, [], [{ id: 't9', name: 'Other' }]]) {
      const moved = movedTo(draft, NEW, templates);
      expect([moved.template, moved.step, hasNoTemplate(moved)]).toEqual([
        { id: '', name: 'Diwali greeting' },
        'file',
        true,
      ]);
    }
    expect(hasNoTemplate(draft)).toBe(false);
  });

  it('leaves where it is what the other Worker was asked to start: it may have done so', () => {
    const press = { contacts: 1, campaigns: 1, again: false, at: 1, sent: null };
    for (const one of [
      keptImport({ worker: OLD, press, upload: working('sending', 5) }),
      keptImport({ worker: OLD, press, upload: { step: 'asks_again', why: 'too_long_ago' } }),
      keptImport({ worker: OLD, press }),
    ]) {
      expect([mayMove(one), movedTo(one, NEW, [])]).toEqual([false, one]);
    }
    expect(mayMove(draft)).toBe(true);
  });
});
