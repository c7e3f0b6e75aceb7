import { CONTACTS_PER_CHUNK } from '../../shared/limits.ts';
import { readToldNumber } from '../exotel/told-number.ts';
import { createOutcomeTracker, type OutcomeTracker } from './outcome-tracker.ts';
import type { CampaignRecord, CampaignStore, OpenSet } from './campaign-store.ts';
import type { ContactCalls } from './contact-calls.ts';

/** A campaign in memory. */
export interface Loaded {
  readonly record: CampaignRecord;
  readonly state: OutcomeTracker;
}

/** A campaign as stored, without the callbacks that still wait for their archive; null if it was never opened. */
export function restoreCampaign(store: CampaignStore): Loaded | null {
  const saved = store.load();
  if (saved === null) return null;
  const { retryCount, retryOn, country, open } = saved.record;
  const state = createOutcomeTracker({
    numbers: saved.numbers,
    retry: { count: retryCount, on: retryOn },
    chunkSize: CONTACTS_PER_CHUNK,
    readNumber: (text) => readContactNumber(text, country),
    ...(open === undefined ? {} : { open: openPlaces(store, open, country) }),
  });
  for (const [index, contact] of store.contactCalls()) state.restore(index, contact);
  return { record: saved.record, state };
}

function openPlaces(store: CampaignStore, { expected, sender }: OpenSet, country: string) {
  return {
    expected,
    sender: sender === null ? null : readContactNumber(sender, country),
    learned: store.learned(),
    learn: (place: number, number: number) => store.learn(place, number),
  };
}

/** A number as Exotel writes it -> E.164 digits, or null. */
export function readContactNumber(text: string, country: string): number | null {
  const number = readToldNumber(text, country);
  return number === null ? null : Number(number.slice(1));
}

/** The contacts of one stored chunk for whom anything is known. */
export function chunkOf(state: OutcomeTracker, chunk: number): (readonly [index: number, contact: ContactCalls])[] {
  const from = chunk * CONTACTS_PER_CHUNK;
  const places = Array.from({ length: Math.min(CONTACTS_PER_CHUNK, state.size() - from) }, (_, i) => from + i);
  return places
    .map((index) => [index, state.contact(index)] as const)
    .filter(([, contact]) => contact.calls.length > 0 || contact.ended !== null);
}
