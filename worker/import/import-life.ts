import { createAnnouncer } from './broadcast.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { ImportEnded } from './record/import-ended.ts';
import { createImportSession, type ImportSession } from './record/import-session.ts';
import { createImportStore, type ImportStore } from './record/import-store.ts';
import type { AccountRules } from '../../shared/plan/plan-template.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { Fault } from '../errors.ts';
import type { createWatchers } from './live-sockets.ts';
import type { Result } from '../../shared/result.ts';

/**
 * One life of an import: from the record that is made to the erasing. Everything that reads or writes it holds this, not
 * the object's storage, so that a writer under way cannot write into the next life of the same id.
 */
export interface ImportLife {
  readonly store: ImportStore;
  readonly session: ImportSession;
  readonly announce: () => Promise<void>;
  /** What it is known by elsewhere; '' before its record is made. */
  name(): string;
  end(): void;
}

export function createImportLife(world: {
  readonly sql: SqlStorage;
  readonly account: () => AccountRules;
  readonly watchers: ReturnType<typeof createWatchers>;
  readonly saveSummary: (summary: ImportSummary, life: string) => Promise<void>;
}): ImportLife {
  let isOver = false;
  const exec: SqlStorage['exec'] = (query, ...bindings) => {
    if (isOver) throw new ImportEnded();
    return world.sql.exec(query, ...bindings);
  };
  const store = createImportStore({ exec });
  const session = createImportSession({ store, account: world.account, now: () => Date.now() });
  return {
    store,
    session,
    announce: createAnnouncer(session, world.watchers, world.saveSummary),
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

/** To whoever works on a life that ends meanwhile, the import is not there. */
export async function untilEnded<T>(work: () => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ImportEnded) return { ok: false, error: { code: 'import_not_found' } };
    throw cause;
  }
}
