import { describe, expect, it } from 'vitest';
import { keepOpen } from '../../../extension/storage/keep-open.ts';

/** An opener with these outcomes in order, which counts its calls. */
function opener(...outcomes: readonly ('opens' | 'fails')[]) {
  const ends: (() => void)[] = [];
  const use = keepOpen(async (ended) => {
    const which = ends.push(ended);
    if (outcomes[which - 1] === 'fails') throw new Error(`No ${which}`);
    return which;
  });
  return { use, end: (which: number) => ends[which - 1]?.() };
}

describe('what is kept open', () => {
  it('is opened once for all who use it at the same time', async () => {
    const { use } = opener('opens');
    expect(await Promise.all([use(), use(), use()])).toEqual([1, 1, 1]);
  });

  it('is opened anew after it failed, and told to whoever waited', async () => {
    const { use } = opener('fails', 'fails', 'opens');
    const both = await Promise.allSettled([use(), use()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(use()).rejects.toThrow('No 2');
    expect([await use(), await use()]).toEqual([3, 3]);
  });

  it('is opened anew after the browser closed it, whichever was closed', async () => {
    const { use, end } = opener('opens', 'opens');
    expect(await use()).toBe(1);
    end(1);
    expect(await use()).toBe(2);
    end(1);
    expect(await use()).toBe(2);
  });
});
