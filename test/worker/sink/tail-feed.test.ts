import { describe, expect, it, vi } from 'vitest';
import { MAX_TAIL_BYTES, TAIL_CALLBACKS_COUNT } from '../../../shared/sink-limits.ts';
import { createInterest } from '../../../worker/events/interest.ts';
import { createTailFeed } from '../../../worker/events/tail-feed.ts';
import type { KeptCallback } from '../../../worker/callbacks/understand-callback.ts';

interface Shown {
  readonly ids: readonly string[];
  readonly leftOut: number;
}

function callback(id: string, body = ''): KeptCallback {
  const facts = { campaign: null, number: null, numbers: [], callSid: null, status: null };
  const way = { method: 'POST', contentType: null, query: '', body };
  return { id, receivedAt: '2026-11-24T09:00:00.000Z', kind: 'call', ...facts, ...way };
}

function feedTo(isWatched: () => boolean) {
  const shown: Shown[] = [];
  const flushed: Promise<void>[] = [];
  const directory = {
    show: (callbacks: readonly KeptCallback[], leftOut: number) => {
      shown.push({ ids: callbacks.map(({ id }) => id), leftOut });
      return Promise.resolve(isWatched());
    },
  };
  const ask = () => Promise.resolve({ wanted: [], watched: isWatched() });
  const interest = createInterest({ ask, now: () => 0 });
  const feed = createTailFeed({ interest, directory: () => directory, waitUntil: (work) => flushed.push(work) });
  return { feed, interest, shown, flushed };
}

describe('what is shown to whoever watches', () => {
  it('is what came, in its order, told together', async () => {
    const { feed, shown, flushed } = feedTo(() => true);
    for (const id of ['a', 'b', 'c']) feed.add(() => callback(id));
    await Promise.all(flushed);
    expect(shown).toEqual([{ ids: ['a', 'b', 'c'], leftOut: 0 }]);
    feed.add(() => callback('d'));
    await Promise.all(flushed);
    expect(shown.slice(1)).toEqual([{ ids: ['d'], leftOut: 0 }]);
  });

  it('is the newest of more than can be read, with how many are left out', async () => {
    const { feed, shown, flushed } = feedTo(() => true);
    for (let i = 0; i < TAIL_CALLBACKS_COUNT + 40; i += 1) feed.add(() => callback(String(i)));
    await Promise.all(flushed);
    const ids = Array.from({ length: TAIL_CALLBACKS_COUNT }, (_, i) => String(i + 40));
    expect(shown).toEqual([{ ids, leftOut: 40 }]);
  });

  it('is the newest that lie within a message, and one that alone is too large', async () => {
    const { feed, shown, flushed } = feedTo(() => true);
    const third = 'x'.repeat(MAX_TAIL_BYTES / 10);
    for (const id of ['a', 'b', 'c', 'd', 'e']) feed.add(() => callback(id, third));
    await Promise.all(flushed);
    feed.add(() => callback('large', 'x'.repeat(MAX_TAIL_BYTES)));
    await Promise.all(flushed);
    expect(shown).toEqual([
      { ids: ['c', 'd', 'e'], leftOut: 2 },
      { ids: ['large'], leftOut: 0 },
    ]);
  });

  it('is nothing while nobody watches: a callback is not even read, and none is kept', async () => {
    let isWatched = false;
    const { feed, interest, shown, flushed } = feedTo(() => isWatched);
    const read = vi.fn(() => callback('a'));
    feed.add(read);
    await Promise.all(flushed);
    feed.add(read);
    expect([read.mock.calls.length, shown, flushed.length]).toEqual([0, [], 1]);
    isWatched = true;
    interest.told({ wanted: [], watched: true });
    feed.add(() => callback('b'));
    await Promise.all(flushed);
    expect(shown).toEqual([{ ids: ['b'], leftOut: 0 }]);
    isWatched = false;
    feed.add(() => callback('c'));
    await Promise.all(flushed);
    feed.add(() => callback('d'));
    expect([shown.at(-1)?.ids, flushed.length]).toEqual([['c'], 3]);
  });
});
