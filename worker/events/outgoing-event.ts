import { CHARS_PER_CALL_COUNT, EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import type { CallbackItem } from '../../shared/protocol/sink.ts';
import type { EventType } from '../../shared/protocol/destination.ts';

/** An event to be sent. Its id is the same at every destination, which uses it to recognise repeats. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: EventType;
  /** When it happened (epoch ms): a destination only gets events from after it was made. */
  readonly at: number;
  readonly body: string;
}

/**
 * The body after Standard Webhooks: `type`, `timestamp` of the event and `data`; also the id, for receivers that see no
 * headers.
 */
export function newEvent(id: string, type: EventType, at: number, data: unknown): OutgoingEvent {
  return { id, type, at, body: JSON.stringify({ id, type, timestamp: new Date(at).toISOString(), data }) };
}

/** The event for a callback. Its id follows from the callback's own, so that replays are the same event. */
export function callbackEvent(item: CallbackItem): OutgoingEvent {
  return newEvent(`raw-${item.id}`, 'callback.raw', Date.parse(item.receivedAt), item);
}

/** Whether these events, by number or size, fill one handover. */
export function isFullHandover(events: readonly OutgoingEvent[]): boolean {
  if (events.length >= EVENTS_PER_HANDOVER_COUNT) return true;
  return events.reduce((sum, { body }) => sum + body.length, 0) >= CHARS_PER_CALL_COUNT;
}
