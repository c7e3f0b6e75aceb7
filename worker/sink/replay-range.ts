import { IMPORT_STATES } from '../../shared/protocol/import.ts';
import { MAX_IMPORTS_SEARCHED, MAX_REPLAYED_EVENTS } from '../../shared/sink-limits.ts';
import { accountsOf, importOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { callbackPlaces } from './callback-places.ts';
import { toFilter } from './match-callback.ts';

import { callbackEvent, isFullHandover, type OutgoingEvent } from '../events/outgoing-event.ts';
import { matchingCallbacks } from './search-callbacks.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { DestinationObject } from './destination-object.ts';

interface Range {
  readonly from: string;
  readonly to: string;
  readonly failedOnly: boolean;
}

/**
 * Everything of a time once more: what the destination's own log holds, then, unless only failed ones are asked for, what
 * it never had, made anew under the same ids from the callbacks that are kept and from what campaigns know of their contacts.
 */
export async function replayRange(
  c: AppContext,
  destination: DurableObjectStub<DestinationObject>,
  events: readonly EventType[],
  { from, to, failedOnly }: Range,
): Promise<number> {
  const range = { from: Date.parse(from), to: Date.parse(to) };
  const again = await destination.replayLog(range.from, range.to, failedOnly);
  if (failedOnly) return again;
  let read = 0;
  let sent = again;
  let waiting: OutgoingEvent[] = [];
  for await (const event of pastEvents(c, events, { from, to })) {
    read += 1;
    if (read > MAX_REPLAYED_EVENTS) throw new ApiError({ code: 'search_too_wide' });
    waiting.push(event);
    if (!isFullHandover(waiting)) continue;
    sent += await destination.backfill(waiting);
    waiting = [];
  }
  return sent + (await destination.backfill(waiting));
}

async function* pastEvents(
  c: AppContext,
  wanted: readonly EventType[],
  { from, to }: { readonly from: string; readonly to: string },
): AsyncIterable<OutgoingEvent> {
  if (wanted.includes('callback.raw')) {
    const callbacks = matchingCallbacks(c.env.CALLBACKS, callbackPlaces(c, {}), toFilter({ from, to }, null));
    for await (const callback of callbacks) yield callbackEvent(callback);
  }
  if (!wanted.includes('call.attempted') && !wanted.includes('contact.finished')) return;
  const all = { search: '', states: IMPORT_STATES, createdBy: null, template: null };
  const { items, total } = await accountsOf(c).imports({ offset: 0, limit: MAX_IMPORTS_SEARCHED, ...all });
  if (total > items.length) throw new ApiError({ code: 'search_too_wide' });
  const range = { from: Date.parse(from), to: Date.parse(to) };
  for (const { id } of items) {
    let place: { seq: number; first: number } | null = { seq: 1, first: 0 };
    while (place !== null) {
      const { events, next } = await importOf(c, id).told({ ...range, ...place }, wanted);
      yield* events;
      place = next;
    }
  }
}
