import { EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { callbackEvent, isFullHandover } from '../events/outgoing-event.ts';
import { ownCallback } from './own-callback.ts';
import { toItem } from '../callbacks/understand-callback.ts';
import { archiveLine } from './callback-archive.ts';
import { attemptEvent, finishedEvent, type Subject } from './contact-events.ts';
import { contactNews } from './contact-news.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { CampaignRecord, CampaignStore } from './campaign-store.ts';
import type { OutcomeTracker } from './outcome-tracker.ts';
import type { PeoplePage } from './telling-store.ts';

export interface TellingWorld {
  readonly record: CampaignRecord;
  readonly state: OutcomeTracker;
  readonly now: () => number;
  readonly wanted: ReadonlySet<EventType>;
  /** Resolves once every destination has the events on disk. */
  readonly tell: (events: readonly OutgoingEvent[]) => Promise<void>;
  /** The rows of the file around a place; null if nobody has them any more. */
  readonly pageOf: (place: number) => Promise<PeoplePage | null>;
}

/**
 * Sends the callbacks after `upTo` to the destinations as they came, one handover of them; answers the last id sent.
 */
export async function tellCallbacks(
  { record, wanted, tell }: Pick<TellingWorld, 'record' | 'wanted' | 'tell'>,
  store: CampaignStore,
  upTo: number,
): Promise<number> {
  // If nobody wants callbacks, none are read.
  if (!wanted.has('callback.raw')) return store.callbacks.newest();
  const callbacks = store.callbacks.after(upTo);
  const last = callbacks.at(-1);
  if (last === undefined) return upTo;
  const about = { id: record.importId, country: record.country };
  const events = callbacks.flatMap((callback) => {
    const kept = ownCallback(archiveLine(record, callback), callback.id, about);
    return kept === null ? [] : [callbackEvent(toItem(kept))];
  });
  await tell(events);
  return last.id;
}

/**
 * Tells one handover of what is new about contacts. `left` means there is more to tell; `waits` means that more may
 * still be heard about some contacts.
 */
export async function tellContacts(
  world: TellingWorld,
  closed: boolean,
): Promise<{ readonly told: number; readonly left: boolean; readonly waits: boolean }> {
  const { state, tell, wanted } = world;
  const at = world.now();
  const events: OutgoingEvent[] = [];
  const marks: { readonly place: number; readonly sids: string[]; readonly finished: boolean }[] = [];
  const waiting: number[] = [];
  const isFull = () => marks.length >= EVENTS_PER_HANDOVER_COUNT || isFullHandover(events);
  try {
    for (const place of state.touched) {
      if (isFull()) break;
      // Removed before anything is told: a report that arrives meanwhile adds the contact again.
      state.touched.delete(place);
      const news = contactNews(state.contact(place), state.outcome(place), { closed, now: at });
      if (news.waits) waiting.push(place);
      if (news.attempts.length === 0 && !news.finished) continue;
      marks.push({ place, sids: news.attempts.map(({ sid }) => sid), finished: news.finished });
      events.push(...(await eventsOf(world, place, news, at)).filter(({ type }) => wanted.has(type)));
    }
    if (events.length > 0) await tell(events);
  } catch (cause) {
    for (const { place } of marks) state.touched.add(place);
    throw cause;
  } finally {
    for (const place of waiting) state.touched.add(place);
  }
  for (const { place, ...mark } of marks) state.noteTold(place, { ...mark, at });
  return { told: marks.length, left: isFull(), waits: waiting.length > 0 };
}

/** Times in epoch ms; `first` is the place to begin at. */
export interface ToldRange {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

/** All contact events told between two times, in the order of the contacts, to send them to a new address. */
export async function eventsBetween(
  world: Omit<TellingWorld, 'tell' | 'now'>,
  { from, to, first }: ToldRange,
): Promise<{ readonly events: OutgoingEvent[]; readonly next: number | null }> {
  const events: OutgoingEvent[] = [];
  const isInside = (at: number | undefined): boolean => at !== undefined && at >= from && at < to;
  for (let place = first; place < world.state.size(); place += 1) {
    if (isFullHandover(events)) return { events, next: place };
    const { calls, toldAt } = world.state.contact(place);
    const attempts = calls.filter((call) => isInside(call.toldAt));
    const finished = isInside(toldAt);
    if (attempts.length === 0 && !finished) continue;
    const told = await eventsOf(world, place, { attempts, finished }, 0);
    events.push(...told.filter(({ type }) => world.wanted.has(type)));
  }
  return { events, next: null };
}

async function eventsOf(
  { record, state, pageOf, wanted }: Omit<TellingWorld, 'tell' | 'now'>,
  place: number,
  news: Pick<ReturnType<typeof contactNews>, 'attempts' | 'finished'>,
  at: number,
): Promise<OutgoingEvent[]> {
  if (!wanted.has('call.attempted') && !wanted.has('contact.finished')) return [];
  const page = await pageOf(place);
  if (page === null) return [];
  const { importId, seq } = record;
  const life = lifeOf({ id: importId, incarnation: record.incarnation });
  const subject: Subject = { life, importId, seq, place, number: state.numberAt(place), page };
  const contact = state.contact(place);
  const outcome = state.outcome(place);
  const attempts = news.attempts.map((call) => attemptEvent(subject, call, call.toldAt ?? at));
  return news.finished ? [...attempts, finishedEvent(subject, contact, outcome, contact.toldAt ?? at)] : attempts;
}
