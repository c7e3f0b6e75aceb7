import { newEvent } from '../events/outgoing-event.ts';
import { namedColumns } from '../events/named-columns.ts';
import { decidingCall } from './contact-news.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { Call, ContactCalls } from './contact-calls.ts';
import type { PeoplePage } from './telling-store.ts';

/** The contact an event is about. `place` is its place in the campaign, from 0. */
export interface Subject {
  readonly life: string;
  readonly importId: string;
  readonly seq: number;
  readonly place: number;
  /** E.164 digits; null if nobody named the number. */
  readonly number: number | null;
  readonly page: PeoplePage;
}

/**
 * The event for one call that ended. Its id follows from the call, so that a callback and call details produce the same
 * event.
 */
export function attemptEvent(subject: Subject, call: Call, at: number): OutgoingEvent {
  const { life, seq } = subject;
  return newEvent(`attempt-${life}-${seq}-${idOf(call.sid)}`, 'call.attempted', at, {
    ...who(subject),
    ...shown(call),
    ...columnsOf(subject),
  });
}

/**
 * The event for a contact's final outcome, sent once. Its id follows from the import's life and the contact's place.
 */
export function finishedEvent(subject: Subject, contact: ContactCalls, outcome: Outcome, at: number): OutgoingEvent {
  const { life, place, page } = subject;
  const deciding = decidingCall(contact);
  return newEvent(`contact-${life}-${page.firstContact + place + 1}`, 'contact.finished', at, {
    ...who(subject),
    outcome,
    attempts: contact.calls.length,
    at: deciding?.at ?? null,
    durationSeconds: deciding?.durationSeconds ?? null,
    keys: deciding?.digits ?? null,
    recording: deciding?.recordingUrl ?? null,
    callSid: deciding?.sid ?? null,
    source: deciding?.heard === true ? 'callback' : 'details',
    calls: contact.calls.map(shown),
    ...columnsOf(subject),
  });
}

function who({ importId, seq, place, number, page }: Subject) {
  return {
    import: { id: importId, name: page.importName },
    campaign: { seq, name: page.campaign, sid: page.sid },
    row: page.people[place - page.first]?.line ?? null,
    number: number === null ? null : `+${number}`,
  };
}

function columnsOf({ place, page }: Subject) {
  return { columns: namedColumns(page.headings, page.people[place - page.first]?.cells ?? []) };
}

function shown(call: Call) {
  return {
    callSid: call.sid,
    status: call.status,
    at: call.at,
    durationSeconds: call.durationSeconds,
    keys: call.digits,
    recording: call.recordingUrl,
    source: call.heard === true ? 'callback' : 'details',
  };
}

/**
 * Standard Webhooks allow no full stop in an id. A call sid comes from Exotel, or from whoever sent the callback, so it
 * may hold one.
 */
function idOf(sid: string): string {
  return sid.replaceAll(/[^\w-]/g, '_').slice(0, 100);
}
