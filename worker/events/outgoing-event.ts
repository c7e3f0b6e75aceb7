import { CHARS_PER_CALL_COUNT, EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';
import type { EventType } from '../../shared/protocol/destination.ts';

/** An event on its way: its id is the same at every destination, and decides whether it is new there. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: EventType;
  /** When it happened (epoch ms): a destination is told of what came after it was made. */
  readonly at: number;
  readonly body: string;
}

/** Standard Webhooks: `type`, `timestamp` of the event, `data`; and the id, for receivers that see no headers. */
export function newEvent(id: string, type: EventType, at: number, data: unknown): OutgoingEvent {
  return { id, type, at, body: JSON.stringify({ id, type, timestamp: new Date(at).toISOString(), data }) };
}

/** A callback as it goes out: its id follows from the callback's own, so that any number of replays is one event. */
export function callbackEvent(item: CallbackItem): OutgoingEvent {
  return newEvent(`raw-${item.id}`, 'callback.raw', Date.parse(item.receivedAt), item);
}

/** As many as are handed on in one go, by their number or by their size. */
export function isFullHandover(events: readonly OutgoingEvent[]): boolean {
  if (events.length >= EVENTS_PER_HANDOVER_COUNT) return true;
  return events.reduce((sum, { body }) => sum + body.length, 0) >= CHARS_PER_CALL_COUNT;
}
