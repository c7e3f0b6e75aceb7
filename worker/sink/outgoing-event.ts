import type { CallbackItem } from '../../shared/protocol/sink.ts';
import type { OutgoingEvent } from './destination-store.ts';

/** Standard Webhooks: `type`, `timestamp` of the event, `data`. */
export function eventBody(type: string, at: number, data: unknown): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
}

/** A callback as it goes out: its id follows from the callback's own, so that any number of replays is one event. */
export function callbackEvent(item: CallbackItem): OutgoingEvent {
  const type = 'callback.raw';
  return { id: `raw-${item.id}`, type, body: eventBody(type, Date.parse(item.receivedAt), item) };
}
