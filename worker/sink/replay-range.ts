import { MAX_REPLAYED_EVENTS } from '../../shared/sink-limits.ts';
import { importOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { callbackPlaces, importsToSearch } from './callback-places.ts';
import { toFilter } from './match-callback.ts';
import { callbackEvent, isFullHandover, type OutgoingEvent } from '../events/outgoing-event.ts';
import { matchingCallbacks } from './search-callbacks.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { DestinationObject } from './destination-object.ts';

const TOO_MUCH = `One replay sends at most ${MAX_REPLAYED_EVENTS} events, and there are more. Nothing was sent: choose a shorter time.`;

interface Range {
  readonly from: string;
  readonly to: string;
  readonly failedOnly: boolean;
}

/**
 * Sends all events of a period again: first what the destination's own log holds; then, unless only failed ones are
 * asked for, what it never had, made again under the same ids from stored callbacks and from what campaigns know of
 * their contacts.
 */
export async function replayRange(
  c: AppContext,
  destination: DurableObjectStub<DestinationObject>,
  events: readonly EventType[],
  { from, to, failedOnly }: Range,
): Promise<number> {
  const range = { from: Date.parse(from), to: Date.parse(to), failedOnly };
  // Checked before anything is sent, so that a refused replay sends nothing.
  if (await destination.isTooMuch(range)) throw new ApiError({ code: 'search_too_wide', message: TOO_MUCH });
  if (failedOnly) return destination.replayLog(range);
  await requireFew(pastEvents(c, events, { from, to }));
  let sent = await destination.replayLog(range);
  let waiting: OutgoingEvent[] = [];
  for await (const event of pastEvents(c, events, { from, to })) {
    waiting.push(event);
    if (!isFullHandover(waiting)) continue;
    sent += await destination.backfill(waiting);
    waiting = [];
  }
  return sent + (await destination.backfill(waiting));
}

async function requireFew(events: AsyncIterable<OutgoingEvent>): Promise<void> {
  let count = 0;
  for await (const _ of events) {
    count += 1;
    if (count > MAX_REPLAYED_EVENTS) throw new ApiError({ code: 'search_too_wide', message: TOO_MUCH });
  }
}

async function* pastEvents(
  c: AppContext,
  wanted: readonly EventType[],
  { from, to }: { readonly from: string; readonly to: string },
): AsyncIterable<OutgoingEvent> {
  if (wanted.includes('callback.raw')) {
    const callbacks = matchingCallbacks(c.env.CALLBACKS, callbackPlaces(c, { to }), toFilter({ from, to }, null));
    for await (const callback of callbacks) yield callbackEvent(callback);
  }
  if (!wanted.includes('call.attempted') && !wanted.includes('contact.finished')) return;
  const range = { from: Date.parse(from), to: Date.parse(to) };
  for (const id of await importsToSearch(c, to)) {
    let place: { seq: number; first: number } | null = { seq: 1, first: 0 };
    while (place !== null) {
      const { events, next } = await importOf(c, id).told({ ...range, ...place }, wanted);
      yield* events;
      place = next;
    }
  }
}
