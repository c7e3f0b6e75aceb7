import { createAnnouncer } from './broadcast.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { ImportEnded } from './record/import-ended.ts';
import { createImportSession, type ImportSession } from './record/import-session.ts';
import { createImportStore, type ImportStore } from './record/import-store.ts';
import type { PaceUse } from '../../shared/plan/free-pace.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { Calendar } from '../../shared/people/calling-days.ts';
import type { AccountRules } from '../../shared/plan/plan-template.ts';
import type { SpendTerms } from '../../shared/protocol/spend.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { Fault } from '../errors.ts';
import type { LiveMessage } from '../../shared/protocol/live.ts';
import type { Result } from '../../shared/result.ts';

/**
 * One life of an import, from making its record to erasing it. Everything that reads or writes the import uses this,
 * not the object's storage, so that a writer still running cannot write into the next life of the same id.
 */
export interface ImportLife {
  readonly store: ImportStore;
  readonly session: ImportSession;
  readonly announce: () => Promise<void>;
  /** Asked before a timetable is shown or relied on: which minutes others were promised, and what calls cost lately. */
  readonly noteOthers: () => Promise<readonly PaceUse[]>;
  /** Whether the destinations still have to be told its state. */
  readonly isUntold: () => boolean;
  /** The name that others know this life by; '' before its record is made. */
  name(): string;
  end(): void;
}

export function createImportLife(world: {
  readonly sql: SqlStorage;
  readonly account: (calendar: Calendar | null) => AccountRules;
  readonly watchers: { tell(message: LiveMessage): void };
  readonly promisedToOthers: (channel: Channel, life: string) => Promise<PaceUse[]>;
  readonly spendTerms: () => Promise<SpendTerms>;
  readonly saveSummary: (summary: ImportSummary, life: string) => Promise<void>;
  readonly noteEnd: (summary: ImportSummary) => Promise<void>;
  /** Resolves once every destination has the event on disk. */
  readonly tell: (event: OutgoingEvent) => Promise<void>;
}): ImportLife {
  let isOver = false;
  const exec: SqlStorage['exec'] = (query, ...bindings) => {
    if (isOver) throw new ImportEnded();
    return world.sql.exec(query, ...bindings);
  };
  const store = createImportStore({ exec });
  let promised: readonly PaceUse[] = [];
  let spendTerms: SpendTerms | null = null;
  const session = createImportSession({
    store,
    account: world.account,
    now: () => Date.now(),
    promised: () => promised,
    spendTerms: () => spendTerms,
  });
  return {
    noteOthers: async () => {
      const record = session.record();
      // Once launched, its timetable and estimate are fixed.
      if (record === null || record.launchedAt !== null || record.check === null) return promised;
      [promised, spendTerms] = await Promise.all([
        world.promisedToOthers(record.template.channel, lifeOf(record)),
        world.spendTerms(),
      ]);
      return promised;
    },
    store,
    session,
    ...createAnnouncer(session, world.watchers, world),
    name: () => {
      const record = session.record();
      return record === null ? '' : lifeOf(record);
    },
    end: () => {
      session.clear();
      isOver = true;
    },
  };
}

/** If the life ends while somebody works on it, they are told that the import is not there. */
export async function untilEnded<T>(work: () => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ImportEnded) return { ok: false, error: { code: 'import_not_found' } };
    throw cause;
  }
}
