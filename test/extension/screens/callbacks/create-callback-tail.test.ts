import { describe, expect, it } from 'vitest';
import type { LiveCallbacks } from '../../../../shared/protocol/live-callbacks.ts';
import type { CallbackItem } from '../../../../shared/protocol/sink.ts';
import type { FeedHandlers } from '../../../../extension/api/open-feed.ts';
import { createCallbackTail } from '../../../../extension/screens/callbacks/create-callback-tail.ts';

function callback(id: string): CallbackItem {
  const facts = { campaign: null, number: null, callSid: null, status: null };
  const way = { method: 'POST', contentType: null, query: '', body: '' };
  return { id, receivedAt: '2026-11-24T09:00:00.000Z', kind: 'call', ...facts, ...way };
}

const LISTENING: LiveCallbacks = { type: 'listening', asOf: '2026-11-24T09:00:00.000Z' };
const came = (ids: readonly string[], leftOut = 0): LiveCallbacks => ({
  type: 'callbacks',
  items: ids.map(callback),
  leftOut,
});

function tailed() {
  const lines: FeedHandlers<LiveCallbacks>[] = [];
  const later: { readonly ms: number; readonly run: () => void }[] = [];
  let closed = 0;
  let asked = 0;
  const tail = createCallbackTail({
    open: (handlers) => {
      lines.push(handlers);
      return () => {
        closed += 1;
      };
    },
    listening: () => {
      asked += 1;
    },
    after: (ms, run) => {
      later.push({ ms, run });
      return () => later.pop();
    },
    random: () => 0.5,
  });
  tail.start();
  const hear = (message: LiveCallbacks) => lines.at(-1)?.heard(message);
  const ids = () => tail.items.value.map(({ id }) => id);
  return { tail, lines, later, hear, ids, closed: () => closed, asked: () => asked };
}

describe('callbacks as they come', () => {
  it('are shown from when the filter was taken, the newest first, and what came before is asked for', () => {
    const { tail, hear, ids, asked } = tailed();
    hear(LISTENING);
    hear(came(['unasked']));
    expect([tail.isLive.value, ids(), asked()]).toEqual([false, [], 0]);
    hear(LISTENING);
    expect([tail.isLive.value, asked()]).toEqual([true, 1]);
    hear(came(['a', 'b']));
    hear(came(['c']));
    expect(ids()).toEqual(['c', 'b', 'a']);
  });

  it('are forgotten once the list has them', () => {
    const { tail, hear, ids } = tailed();
    hear(LISTENING);
    hear(LISTENING);
    hear(came(['a', 'b', 'c'], 7));
    tail.forget([callback('b'), callback('a')]);
    expect([ids(), tail.leftOut.value]).toEqual([['c'], 0]);
  });

  it('are so many at most, and the others are counted', () => {
    const { tail, hear, ids } = tailed();
    hear(LISTENING);
    hear(LISTENING);
    for (let i = 0; i < 30; i += 1)
      hear(
        came(
          Array.from({ length: 10 }, (_, j) => `${i}-${j}`),
          2,
        ),
      );
    expect([ids().length, ids()[0], tail.leftOut.value]).toEqual([200, '29-9', 160]);
  });

  it('are heard again over another line, which begins anew', () => {
    const { tail, lines, later, hear, asked } = tailed();
    hear(LISTENING);
    hear(LISTENING);
    lines.at(-1)?.closed();
    expect([tail.isLive.value, later.map(({ ms }) => ms)]).toEqual([false, [1_000]]);
    later.at(-1)?.run();
    hear(LISTENING);
    expect(tail.isLive.value).toBe(false);
    hear(LISTENING);
    expect([tail.isLive.value, lines.length, asked()]).toEqual([true, 2, 2]);
  });

  it('are no longer heard when nobody looks', () => {
    const { tail, hear, later, lines, closed } = tailed();
    hear(LISTENING);
    hear(LISTENING);
    tail.stop();
    expect([tail.isLive.value, closed()]).toEqual([false, 1]);
    const another = tailed();
    another.lines.at(-1)?.closed();
    another.tail.stop();
    expect([later, another.later, lines.length]).toEqual([[], [], 1]);
  });
});
