import { withDefaults } from './kept-import.ts';
import type { KeptImport } from './kept-import.ts';
import { FILES, IMPORTS, committed, openDatabase, settled } from './open-database.ts';

/** Where chosen files wait for their launch. Survives the window, the background worker and the browser. */
export interface KeptImports {
  list(): Promise<KeptImport[]>;
  read(id: string): Promise<KeptImport | null>;
  readFile(id: string): Promise<Blob | null>;
  keep(kept: KeptImport, file: Blob): Promise<void>;
  /** Changes one in a transaction of its own: two surfaces never overwrite each other. Answers what was stored. */
  update(id: string, change: (kept: KeptImport) => KeptImport): Promise<KeptImport | null>;
  remove(id: string): Promise<void>;
}

/** `changed` is called after every write that is on disk. */
export function createKeptImports(changed: () => void): KeptImports {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => (opened ??= openDatabase());

  async function begin(mode: IDBTransactionMode) {
    // Power loss must not undo a press that was shown as taken.
    return (await database()).transaction([IMPORTS, FILES], mode, { durability: 'strict' });
  }

  return {
    async list() {
      const all: KeptImport[] = await settled((await begin('readonly')).objectStore(IMPORTS).getAll());
      return all.map(withDefaults).sort((left, right) => right.keptAt - left.keptAt);
    },
    async read(id) {
      const kept: KeptImport | undefined = await settled((await begin('readonly')).objectStore(IMPORTS).get(id));
      return kept ? withDefaults(kept) : null;
    },
    async readFile(id) {
      const file: Blob | undefined = await settled((await begin('readonly')).objectStore(FILES).get(id));
      return file ?? null;
    },
    async keep(kept, file) {
      const transaction = await begin('readwrite');
      transaction.objectStore(IMPORTS).put(kept);
      transaction.objectStore(FILES).put(file, kept.id);
      await committed(transaction);
      changed();
    },
    async update(id, change) {
      const transaction = await begin('readwrite');
      const store = transaction.objectStore(IMPORTS);
      const done = committed(transaction);
      const kept: KeptImport | undefined = await settled(store.get(id));
      const before = kept ? withDefaults(kept) : null;
      const next = before && change(before);
      if (next && next !== before) store.put(next);
      await done;
      if (next !== before) changed();
      return next;
    },
    async remove(id) {
      const transaction = await begin('readwrite');
      transaction.objectStore(IMPORTS).delete(id);
      transaction.objectStore(FILES).delete(id);
      await committed(transaction);
      changed();
    },
  };
}
