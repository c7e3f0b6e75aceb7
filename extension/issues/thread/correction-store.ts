import { committed, CORRECTIONS, openDatabase, settled } from '../../storage/open-database.ts';
import type { Changes } from './issue-model.ts';

/** Lines whose corrections are written together: one edit rewrites few, a million are few writes. */
const LINES_A_CHUNK = 4_096;

interface Chunk {
  readonly lines: Uint32Array;
  readonly values: readonly string[];
}

/** What the corrections of an import are for: another column has other values. */
interface CorrectedColumn {
  readonly numberColumn: number;
  readonly header: boolean;
}

/** The corrections of one import, on disk with it; removed with it. */
export interface CorrectionStore {
  /** None when they were made for another column. */
  read(column: CorrectedColumn): Promise<Changes>;
  /** Writes what the lines hold now; resolves once it is on disk. */
  write(column: CorrectedColumn, lines: readonly number[], inOrder: Changes): Promise<void>;
}

const ABOUT = -1;

export function createCorrectionStore(importId: string): CorrectionStore {
  const all = IDBKeyRange.bound([importId], [importId, []]);
  let opened: Promise<IDBDatabase> | null = null;
  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    opened ??= openDatabase();
    return (await opened).transaction(CORRECTIONS, mode, { durability: 'strict' });
  }
  return {
    async read(column) {
      const store = (await begin('readonly')).objectStore(CORRECTIONS);
      const about: CorrectedColumn | undefined = await settled(store.get([importId, ABOUT]));
      if (!about || !isSame(about, column)) return [];
      const chunks: Chunk[] = await settled(store.getAll(IDBKeyRange.bound([importId, 0], [importId, []])));
      return chunks.flatMap(({ lines, values }) =>
        Array.from(lines, (line, at): [number, string] => [line, values[at] ?? '']),
      );
    },
    async write(column, lines, inOrder) {
      const transaction = await begin('readwrite');
      const store = transaction.objectStore(CORRECTIONS);
      const done = committed(transaction);
      const about: CorrectedColumn | undefined = await settled(store.get([importId, ABOUT]));
      if (!about || !isSame(about, column)) {
        store.delete(all);
        store.put({ numberColumn: column.numberColumn, header: column.header }, [importId, ABOUT]);
      }
      const chunks = toChunks(inOrder);
      for (const chunk of new Set(lines.map(chunkOf))) {
        const content = chunks.get(chunk);
        if (content === undefined) store.delete([importId, chunk]);
        else store.put(content, [importId, chunk]);
      }
      await done;
    },
  };
}

function chunkOf(line: number): number {
  return Math.floor(line / LINES_A_CHUNK);
}

function toChunks(inOrder: Changes): Map<number, Chunk> {
  const grouped = Map.groupBy(inOrder, ([line]) => chunkOf(line));
  return new Map(
    Array.from(grouped, ([chunk, entries]): [number, Chunk] => [
      chunk,
      { lines: Uint32Array.from(entries, ([line]) => line), values: entries.map(([, value]) => value ?? '') },
    ]),
  );
}

function isSame(left: CorrectedColumn, right: CorrectedColumn): boolean {
  return left.numberColumn === right.numberColumn && left.header === right.header;
}
