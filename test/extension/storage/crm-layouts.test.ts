import { describe, expect, it } from 'vitest';
import { usualLayout } from '../../../extension/files/crm-layout.ts';
import { createCrmLayouts } from '../../../extension/storage/crm-layouts.ts';
import { storageArea } from '../support/storage-area.ts';

const HEADINGS = ['Record ID', 'Name', 'Mobile', 'Status'];
const LAYOUT = { first: 0, leftOut: [1], into: 3, heading: 'Outcome', words: { completed: 'Reached' } };
const usual = usualLayout(HEADINGS);

describe('createCrmLayouts', () => {
  it('knows the layout of a template again', async () => {
    const layouts = createCrmLayouts(storageArea());
    expect(await layouts.read('t1', HEADINGS, usual)).toBeNull();
    await layouts.remember('t1', HEADINGS, LAYOUT);
    expect(await layouts.read('t1', HEADINGS, usual)).toEqual(LAYOUT);
    expect(await layouts.read('t2', HEADINGS, usual)).toBeNull();
  });

  it('keeps the words, not the places, under other headings', async () => {
    const layouts = createCrmLayouts(storageArea());
    await layouts.remember('t1', HEADINGS, LAYOUT);
    const other = ['Mobile', 'Lead Id'];
    expect(await layouts.read('t1', other, usualLayout(other))).toEqual({
      first: 1,
      leftOut: [],
      into: null,
      heading: 'Outcome',
      words: { completed: 'Reached' },
    });
  });

  it('stores no heading of the file, and forgets the oldest of many', async () => {
    const area = storageArea();
    const layouts = createCrmLayouts(area);
    for (let at = 0; at < 51; at += 1) await layouts.remember(`t${at}`, HEADINGS, LAYOUT);
    expect(JSON.stringify(area.content())).not.toMatch(/Record|Mobile|Status/);
    expect(await layouts.read('t0', HEADINGS, usual)).toBeNull();
    expect(await layouts.read('t50', HEADINGS, usual)).toEqual(LAYOUT);
  });

  it('takes what it cannot read for nothing', async () => {
    const area = storageArea();
    await area.set({ crmLayouts: [{ template: 't1' }, null, 3] });
    expect(await createCrmLayouts(area).read('t1', HEADINGS, usual)).toBeNull();
  });
});
