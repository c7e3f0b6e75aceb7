import { keepOpen } from './keep-open.ts';
import { CORRECTIONS, IMPORTS, committed, openDatabase, settled } from './open-database.ts';
import type { KeptImport } from './kept-import.ts';
import { isUnderWay, withDefaults } from './kept-import.ts';

/** Lines whose corrections are written together: one edit rewrites few, a million are few writes. */
const LINES_A_CHUNK = 4_096;

interface Chunk {
  readonly lines: Uint32Array;
  readonly values: readonly string[];
}

/** Lines and what their number cell is to hold; null for what the file holds. */
export type Changes = readonly (readonly [line: number, value: string | null])[];

/** What the corrections of an import are for: another column has other values. `numberColumn` counts from 0. */
interface CorrectedColumn {
  readonly numberColumn: number;
  readonly header: boolean;
}

interface KeptCorrections {
  /** Grows with every write: what was made of an earlier one is out of date. */
  readonly edition: number;
  /** By line, rising; none when they were made for another column. */
  readonly changes: readonly (readonly [line: number, value: string])[];
}

/** The corrections of one import: on disk with it, a part of it from the moment they are made. */
export interface CorrectionStore {
  read(column: CorrectedColumn): Promise<KeptCorrections>;
  /** Lays changes over what is kept, whoever kept it; answers the edition once it is on disk, null when it may not change any more. */
  write(column: CorrectedColumn, changes: Changes): Promise<number | null>;
}

const ABOUT = -1;

/** `changed` is called after every write that is on disk. */
export function createCorrectionStore(importId: string, changed: () => void): CorrectionStore {
  const all = IDBKeyRange.bound([importId], [importId, []]);
  const database = keepOpen(openDatabase);
  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    return (await database()).transaction([CORRECTIONS, IMPORTS], mode, { durability: 'strict' });
  }
  return {
    async read(column) {
      const transaction = await begin('readonly');
      const store = transaction.objectStore(CORRECTIONS);
      const kept: KeptImport | undefined = await settled(transaction.objectStore(IMPORTS).get(importId));
      const edition = kept ? withDefaults(kept).edition : 0;
      const about: CorrectedColumn | undefined = await settled(store.get([importId, ABOUT]));
      if (!about || !isSame(about, column)) return { edition, changes: [] };
      const chunks: Chunk[] = await settled(store.getAll(IDBKeyRange.bound([importId, 0], [importId, []])));
      return { edition, changes: chunks.flatMap(entriesOf) };
    },
    async write(column, changes) {
      const transaction = await begin('readwrite');
      const [store, imports] = [transaction.objectStore(CORRECTIONS), transaction.objectStore(IMPORTS)];
      const done = committed(transaction);
      const stored: KeptImport | undefined = await settled(imports.get(importId));
      const kept = stored && withDefaults(stored);
      if (!kept || isUnderWay(kept)) {
        await done;
        return null;
      }
      const about: CorrectedColumn | undefined = await settled(store.get([importId, ABOUT]));
      if (!about || !isSame(about, column)) {
        store.delete(all);
        store.put({ numberColumn: column.numberColumn, header: column.header }, [importId, ABOUT]);
      }
      for (const [chunk, some] of Map.groupBy(changes, ([line]) => Math.floor(line / LINES_A_CHUNK))) {
        const before: Chunk | undefined = await settled(store.get([importId, chunk]));
        const values = layOver(before, some);
        if (values.length === 0) store.delete([importId, chunk]);
        else store.put(toChunk(values), [importId, chunk]);
      }
      const edition = kept.edition + 1;
      imports.put({ ...kept, edition });
      await done;
      changed();
      return edition;
    },
  };
}

function layOver(before: Chunk | undefined, changes: Changes): (readonly [line: number, value: string])[] {
  const values = new Map(before ? entriesOf(before) : []);
  for (const [line, value] of changes) {
    if (value === null) values.delete(line);
    else values.set(line, value);
  }
  return [...values].toSorted(([left], [right]) => left - right);
}

function entriesOf({ lines, values }: Chunk): [line: number, value: string][] {
  return Array.from(lines, (line, at) => [line, values[at] ?? '']);
}

function toChunk(values: readonly (readonly [line: number, value: string])[]): Chunk {
  return { lines: Uint32Array.from(values, ([line]) => line), values: values.map(([, value]) => value) };
}

function isSame(left: CorrectedColumn, right: CorrectedColumn): boolean {
  return left.numberColumn === right.numberColumn && left.header === right.header;
}
