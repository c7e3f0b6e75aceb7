import { KV_KEYS_PER_READ_COUNT } from '../../shared/sink-limits.ts';
import { readValues } from '../callbacks/read-values.ts';
import { waitingLines, type WaitingBatch } from '../callbacks/waiting-batch.ts';
import { matches, type CallbackFilter } from './match-callback.ts';
import { toItem } from '../callbacks/understand-callback.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';
import type { KeptCallback } from '../callbacks/understand-callback.ts';

/** Callbacks of one sink or campaign: KV values of NDJSON, then those not in KV yet; both oldest first. */
export interface CallbackPlace {
  readonly keys: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  readonly waiting: readonly WaitingBatch[];
  /** Asks for the lines of a batch that were not sent along; null once they are in KV. */
  readonly ask: (batch: number) => Promise<readonly string[] | null>;
  /**
   * Reads one stored line into a callback; `at` counts the lines of the place, from 1. Null for a line that cannot be
   * used.
   */
  readonly read: (line: string, at: number) => KeptCallback | null;
}

/** All matching callbacks, place by place, oldest first within each. Only a few KV values are in memory at a time. */
export async function* matchingCallbacks(
  kv: KVNamespace,
  places: AsyncIterable<CallbackPlace>,
  filter: CallbackFilter,
): AsyncIterable<CallbackItem> {
  for await (const place of places) {
    let at = 0;
    const wanted = place.keys.filter(({ from, to }) => to >= filter.from && from < filter.to);
    for (let first = 0; first < wanted.length; first += KV_KEYS_PER_READ_COUNT) {
      const keys = wanted.slice(first, first + KV_KEYS_PER_READ_COUNT).map(({ key }) => key);
      const values = await readValues(kv, keys);
      for (const key of keys) {
        // A value past its retention is gone, as promised.
        for (const line of (values.get(key) ?? '').split('\n')) {
          if (line === '') continue;
          at += 1;
          const callback = place.read(line, at);
          if (callback !== null && matches(callback, filter)) yield toItem(callback);
        }
      }
    }
    for await (const line of waitingLines(kv, place.waiting, place.ask)) {
      at += 1;
      const callback = place.read(line, at);
      if (callback !== null && matches(callback, filter)) yield toItem(callback);
    }
  }
}

/** A page of the newest callbacks, and how many there are. Memory grows with the page, not with the number found. */
export async function newestPage(
  found: AsyncIterable<CallbackItem>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly items: CallbackItem[]; readonly total: number }> {
  const most = offset + limit;
  let newest: CallbackItem[] = [];
  let total = 0;
  for await (const item of found) {
    total += 1;
    newest.push(item);
    if (newest.length >= 2 * most) newest = sortNewest(newest).slice(0, most);
  }
  return { items: sortNewest(newest).slice(offset, most), total };
}

/** Callbacks of the same moment are ordered by id, the later one first, so that pages always have the same order. */
function sortNewest(items: readonly CallbackItem[]): CallbackItem[] {
  return [...items].sort(
    (a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id, 'en', { numeric: true }),
  );
}
