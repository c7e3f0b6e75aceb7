import { describe, expect, it } from 'vitest';
import { createRowPreview } from '../../../extension/state/draft/create-row-preview.ts';
import { checkInPage } from '../support/check-in-page.ts';

const SETTINGS = { country: 'IN', text: 'Namaste @@Name' };

async function setUp(count: number) {
  const rows = Array.from(
    { length: count },
    (_, index) => `${index === 3 ? '' : `P${index + 2}`},${9_845_000_001 + index}`,
  );
  const thread = checkInPage();
  const file = new Blob([['Name,Mobile', ...rows].join('\n')]);
  const preview = createRowPreview(thread.start);
  const go = async (move: () => unknown) => {
    move();
    await thread.quiet();
    return preview.row.value?.line;
  };
  return { file, preview, go, jobs: thread.jobs };
}

describe('createRowPreview', () => {
  it('goes from the first person to the last and back, one by one', async () => {
    const { file, preview, go, jobs } = await setUp(100);
    const seen = [await go(() => preview.open(file, SETTINGS))];
    expect(preview.hasPrevious.value).toBe(false);
    while (preview.hasNext.value) seen.push(await go(preview.next));
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));

    while (preview.hasPrevious.value) seen.push(await go(preview.previous));
    expect(seen.slice(100)).toEqual(Array.from({ length: 99 }, (_, index) => 100 - index));
    expect(jobs.length).toBeLessThan(15);
  });

  it('shows whom was asked for when it is opened, once', async () => {
    const { file, preview, go } = await setUp(10);
    preview.aimAt({ at: 'missing', variable: 'Name' });

    expect(await go(() => expect(preview.open(file, SETTINGS)).toBe(true))).toBe(5);
    expect(await go(() => expect(preview.open(file, { ...SETTINGS })).toBe(false))).toBe(5);
  });

  it('shows nobody for a row that nobody is called by, and those around it by the next press', async () => {
    const { file, preview, go } = await setUp(10);
    const ask = (line: number) => go(() => preview.show({ at: 'line', line, exactly: true }));
    await go(() => preview.open(file, SETTINGS));

    expect([await ask(1), preview.absent.value]).toEqual([undefined, { line: 1, issue: null }]);
    expect([preview.hasPrevious.value, preview.hasNext.value]).toEqual([false, true]);
    expect(await go(preview.next)).toBe(2);
    expect([await ask(99), preview.absent.value]).toEqual([undefined, { line: 99, issue: null }]);
    expect([preview.hasPrevious.value, preview.hasNext.value]).toEqual([true, false]);
    expect(await go(preview.previous)).toBe(11);
    expect([await ask(5), preview.absent.value]).toEqual([5, null]);
  });

  it('stays with the person when the text changes', async () => {
    const { file, preview, go } = await setUp(100);
    await go(() => preview.open(file, SETTINGS));
    await go(() => preview.show({ at: 'line', line: 50 }));

    preview.open(file, { ...SETTINGS, text: 'Hello @@Name' });
    expect(preview.isStale.value).toBe(true);
    expect(await go(() => {})).toBe(50);
    expect(preview.isStale.value).toBe(false);
    expect(preview.row.value?.parts[0]).toEqual({ kind: 'text', text: 'Hello ' });
  });

  it('has nobody to show under settings that fit nothing', async () => {
    const { file, preview, go } = await setUp(10);
    await go(() => preview.open(file, { ...SETTINGS, text: '@@Amount' }));

    expect([preview.row.value, preview.hasNext.value, preview.hasPrevious.value]).toEqual([null, false, false]);
  });
});
