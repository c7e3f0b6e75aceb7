import { HANDOVERS_PER_PASS_COUNT, TELL_WAITING_SECONDS } from '../../shared/sink-limits.ts';
import { readConfig } from '../config.ts';
import { eventsBetween, tellCallbacks, tellContacts, type ToldRange } from './tell-destinations.ts';
import { createTellingStore, type PeoplePage } from './telling-store.ts';
import { isMissed } from './contact-news.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { Env } from '../env.ts';
import type { createInterest } from '../events/interest.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { CampaignRecord, CampaignStore } from './campaign-store.ts';
import type { OutcomeTracker } from './outcome-tracker.ts';

interface Loaded {
  readonly record: CampaignRecord;
  readonly state: OutcomeTracker;
}

/** Null if the Worker is not configured. */
export function sinkDirectoryOf(env: Env) {
  const config = readConfig(env);
  return config.ok ? env.SINK_DIRECTORY.getByName(config.value.EXOTEL_ACCOUNT_SID) : null;
}

/** Tells the destinations what a campaign hears. Keeps how far that has come, and when to go on. */
export function createTelling(world: {
  readonly sql: SqlStorage;
  readonly env: Env;
  readonly store: CampaignStore;
  readonly load: () => Loaded | null;
  readonly save: (loaded: Loaded) => void;
  readonly interest: ReturnType<typeof createInterest>;
}) {
  const { env, store } = world;
  const kept = createTellingStore(world.sql);
  let progress: ReturnType<typeof kept.progress> | null = null;
  let wanted: ReadonlySet<EventType> | null = null;
  let page: PeoplePage | null = null;
  let passing: Promise<number | null> | null = null;

  const now = () => Date.now();
  const known = () => (progress ??= kept.progress());
  const isWanted = () => wanted !== null && wanted.size > 0;

  async function pageOf({ record }: Loaded, place: number): Promise<PeoplePage | null> {
    const holds = (each: PeoplePage) => place >= each.first && place < each.first + Math.max(1, each.people.length);
    if (page !== null && holds(page)) return page;
    page = kept.page(place);
    if (page !== null) return page;
    const { importId, incarnation, seq } = record;
    page = await env.IMPORTS.getByName(importId).campaignPeople({ incarnation, seq, from: place });
    if (page !== null && page.people.length > 0 && world.load() !== null) kept.savePage(page);
    return page;
  }

  async function pass(): Promise<number | null> {
    const loaded = world.load();
    const to = sinkDirectoryOf(env);
    if (loaded === null || to === null) return null;
    const { record, state } = loaded;
    wanted = new Set((await world.interest.get())?.wanted.filter((type) => mayTell(record, type)));
    const tell = (events: readonly OutgoingEvent[]) => to.tell(events, null);
    const telling = { record, state, now, wanted, tell, pageOf: (place: number) => pageOf(loaded, place) };
    let left = true;
    let waits = false;
    // A limited number of handovers, so that a storm of callbacks cannot keep the archive waiting for ever.
    for (let handover = 0; left && handover < HANDOVERS_PER_PASS_COUNT; handover += 1) {
      const before = known();
      const rawUpTo = await tellCallbacks(telling, store, before.rawUpTo);
      const contacts = await tellContacts(telling, before.closed);
      // The campaign was erased meanwhile: there is nothing left to note.
      if (world.load() !== loaded) return null;
      progress = { ...known(), rawUpTo };
      if (isWanted() && (rawUpTo > before.rawUpTo || contacts.told > 0)) {
        kept.saveProgress(progress);
        world.save(loaded);
      }
      left = rawUpTo > before.rawUpTo || contacts.left;
      waits = contacts.waits;
    }
    const { closed } = known();
    progress = { ...known(), missed: countMissed(state, closed) };
    if (closed && !left) {
      kept.saveProgress(progress);
      kept.dropPages();
    }
    if (left) return now();
    return waits && isWanted() ? now() + TELL_WAITING_SECONDS * 1000 : null;
  }

  return {
    /** True until the interest was asked for: before that, somebody may want them. */
    mayBeWanted: () => wanted === null || isWanted(),
    /**
     * Nobody wants anything, so a timer would only keep the object awake. A closed campaign still needs its last pass.
     */
    isUnwanted: () => world.interest.fresh()?.wanted.length === 0 && !known().closed,
    missed(): number {
      const state = known().closed ? world.load()?.state : undefined;
      return state === undefined ? known().missed : countMissed(state, true);
    },
    isToldUpTo: (id: number) => wanted === null || !wanted.has('callback.raw') || known().rawUpTo >= id,
    /** Only one pass runs at a time. Answers when to come back; null if there is no need to. */
    pass(): Promise<number | null> {
      passing ??= pass().finally(() => {
        passing = null;
      });
      return passing;
    },
    /** Resolves once the pass that is running has ended. */
    rest: async (): Promise<void> => {
      await passing?.catch(() => {});
    },
    /** Exotel will report nothing more. */
    close(): void {
      if (known().closed) return;
      progress = { ...known(), closed: true };
      kept.saveProgress(progress);
      const state = world.load()?.state;
      for (let place = 0; place < (state?.size() ?? 0); place += 1) state?.touched.add(place);
    },
    /** Forgets the rows of the file that are kept here; they are fetched again when needed. */
    forgetPages(): void {
      page = null;
      kept.dropPages();
    },
    async between(range: ToldRange, types: readonly EventType[]) {
      const loaded = world.load();
      if (loaded === null) return { events: [], next: null };
      const told = types.filter((type) => mayTell(loaded.record, type));
      const asked = { ...loaded, wanted: new Set(told), pageOf: (place: number) => pageOf(loaded, place) };
      return eventsBetween(asked, range);
    },
  };
}

function mayTell({ test }: CampaignRecord, type: EventType): boolean {
  return test !== true || type === 'callback.raw';
}

function countMissed(state: OutcomeTracker, closed: boolean): number {
  const now = Date.now();
  let missed = 0;
  for (let place = 0; place < state.size(); place += 1) {
    missed += state.contact(place).calls.filter((call) => isMissed(call, { closed, now })).length;
  }
  return missed;
}
