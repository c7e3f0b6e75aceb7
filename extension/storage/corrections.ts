import { keepOpen } from './keep-open.ts';
import { CORRECTIONS, IMPORTS, committed, openDatabase, settled } from './open-database.ts';
import type { KeptImport } from './kept-import.ts';
import { isUnderWay, withDefaults } from './kept-import.ts';

/** How many lines are stored in one record: an edit rewrites few lines, and a million lines need few writes. */
const LINES_A_CHUNK = 4_096;

interface Chunk {
  readonly lines: Uint32Array;
  readonly values: readonly string[];
}

/** Lines and the new values of their number cells; null restores the file's value. */
export type Changes = readonly (readonly [line: number, value: string | null])[];

/** Which column the corrections are for, because another column has other values. `numberColumn` counts from 0. */
interface CorrectedColumn {
  readonly numberColumn: number;
  readonly header: boolean;
}

interface KeptCorrections {
  /** Grows with every write; data made from an earlier edition is out of date. */
  readonly edition: number;
  /** Ascending by line; empty if they were made for another column. */
  readonly changes: readonly (readonly [line: number, value: string])[];
}

/** The corrections of one import. They belong to it and are stored as soon as they are made. */
export interface CorrectionStore {
  read(column: CorrectedColumn): Promise<KeptCorrections>;
  /**
   * Applies changes to what is stored, whoever stored it. Answers the edition once it is on disk; null if the import
   * may not change any more.
   */
  write(column: CorrectedColumn, changes: Changes): Promise<number | null>;
}

const ABOUT = -1;

/** `changed` is called after every write that reached the disk. */
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
