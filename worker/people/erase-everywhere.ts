import { storedJson } from '../stored-json.ts';
import { ERASE_IMPORTS_PER_STEP_COUNT } from '../../shared/people-limits.ts';
import type { LeftImport } from '../../shared/protocol/person.ts';

/** What became of a person in one import; null where it says nothing of them. */
export type Forgotten = { readonly is: 'erased' } | { readonly is: 'waits'; readonly left: LeftImport };

/** A person who is being erased everywhere. The number is kept until the last of it is gone, and then nowhere. */
export interface Erasure {
  readonly number: number;
  /** Imports are gone through by id, up to this one so far; null once all were. */
  readonly after: string | null;
  /** Imports that are not over yet, or whose file is still on its way. */
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
  /** Ids of imports, rising. */
  readonly importsAfter: (id: string, limit: number) => Promise<string[]>;
  readonly forgetIn: (importId: string, number: number) => Promise<Forgotten | null>;
  /** Sinks, destinations, and what waits between them. */
  readonly forgetInCallbacks: (number: number) => Promise<void>;
  /** What the ledger still reserves or knows for an import that is over. */
  readonly forgetCalls: (importId: string, number: number) => void;
}

/**
 * One step of erasing somebody: some imports, or all that is not an import. Each step may be repeated, as after a crash,
 * and is noted down once it is done. True when there is more to do at once; what waits for an import is done later.
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
  // Once more: an import that went on told of its people.
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
