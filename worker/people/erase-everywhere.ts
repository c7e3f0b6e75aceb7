import { storedJson } from '../stored-json.ts';
import { ERASE_IMPORTS_PER_STEP_COUNT } from '../../shared/people-limits.ts';
import type { LeftImport } from '../../shared/protocol/person.ts';

/** What happened to a person in one import; null if the import holds nothing about them. */
export type Forgotten = { readonly is: 'erased' } | { readonly is: 'waits'; readonly left: LeftImport };

/** A person who is being erased everywhere. The number is kept until everything else is gone, and then deleted too. */
export interface Erasure {
  readonly number: number;
  /** Imports are visited in order of id; this is the last one visited, null once all were. */
  readonly after: string | null;
  /** Imports that are not over yet or whose file is still arriving, so that they must be visited again. */
  readonly left: readonly LeftImport[];
}

export function createErasureStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec('CREATE TABLE IF NOT EXISTS erasures (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    },
    all(): Erasure[] {
      return sql
        .exec('SELECT body FROM erasures ORDER BY number')
        .toArray()
        .map((row) => storedJson<Erasure>(row['body']));
    },
    of(number: number): Erasure | null {
      return this.all().find((erasure) => erasure.number === number) ?? null;
    },
    save(erasure: Erasure): void {
      sql.exec('INSERT OR REPLACE INTO erasures (number, body) VALUES (?, ?)', erasure.number, JSON.stringify(erasure));
    },
    end(number: number): void {
      sql.exec('DELETE FROM erasures WHERE number = ?', number);
    },
  };
}

export interface ErasingWorld {
  readonly store: ReturnType<typeof createErasureStore>;
  /** Ids of imports, ascending. */
  readonly importsAfter: (id: string, limit: number) => Promise<string[]>;
  readonly forgetIn: (importId: string, number: number) => Promise<Forgotten | null>;
  /** Erases in sinks, destinations, and what waits between them. */
  readonly forgetInCallbacks: (number: number) => Promise<void>;
  /** Erases what the ledger still reserves or knows for an import that is over. */
  readonly forgetCalls: (importId: string, number: number) => void;
}

/**
 * One step of erasing somebody: some imports, or everything outside imports. Each step may be repeated, as after a
 * crash, and is noted once it is done. True when there is more to do at once; what waits for an import is done later.
 */
export async function eraseOn(world: ErasingWorld, erasure: Erasure): Promise<boolean> {
  const { number, after } = erasure;
  if (after === null) return eraseInLeft(world, erasure);
  const ids = await world.importsAfter(after, ERASE_IMPORTS_PER_STEP_COUNT);
  const left = [...erasure.left, ...(await eraseIn(world, ids, number))];
  const isLast = ids.length < ERASE_IMPORTS_PER_STEP_COUNT;
  if (!isLast) {
    world.store.save({ number, after: ids.at(-1) ?? after, left });
    return true;
  }
  await world.forgetInCallbacks(number);
  note(world, { number, after: null, left });
  return false;
}

async function eraseInLeft(world: ErasingWorld, { number, left: before }: Erasure): Promise<boolean> {
  const ids = before.map(({ id }) => id);
  const left = await eraseIn(world, ids, number);
  // Repeated, because an import that went on meanwhile may have sent events about its people.
  if (left.length < before.length) await world.forgetInCallbacks(number);
  note(world, { number, after: null, left });
  return false;
}

function note({ store }: ErasingWorld, erasure: Erasure): void {
  if (erasure.left.length === 0) store.end(erasure.number);
  else store.save(erasure);
}

async function eraseIn(world: ErasingWorld, ids: readonly string[], number: number): Promise<LeftImport[]> {
  const left: LeftImport[] = [];
  for (const id of ids) {
    const forgotten = await world.forgetIn(id, number);
    if (forgotten?.is === 'waits') left.push(forgotten.left);
    else world.forgetCalls(id, number);
  }
  return left;
}
