import { isUnderWay, withDefaults } from './kept-import.ts';
import type { KeptImport, SentFrom } from './kept-import.ts';
import { keepOpen } from './keep-open.ts';
import { CORRECTIONS, FILES, IMPORTS, committed, openDatabase, settled } from './open-database.ts';

/** Where chosen files wait for their launch. It survives the window, the background worker and the browser. */
export interface KeptImports {
  list(): Promise<KeptImport[]>;
  /** Discarded ones that can still be restored, newest first. */
  discarded(): Promise<KeptImport[]>;
  read(id: string): Promise<KeptImport | null>;
  /** The file as it was chosen. */
  readFile(id: string): Promise<Blob | null>;
  /** The file as it is sent, with corrected rows if there are any. */
  readSent(id: string): Promise<Blob | null>;
  /**
   * Stores what is sent instead of the chosen file, and how it was made; null if nothing is corrected. False if more
   * was corrected since, or it may not change any more: then nothing is stored.
   */
  keepSent(id: string, sent: SentFrom, corrected: Blob | null): Promise<boolean>;
  keep(kept: KeptImport, file: Blob): Promise<void>;
  /**
   * Changes one in a transaction of its own, so that two surfaces never overwrite each other. Answers what was stored.
   * With a new id the Worker takes it for a new import; its file and corrections move along.
   */
  update(id: string, change: (kept: KeptImport) => KeptImport): Promise<KeptImport | null>;
  remove(id: string): Promise<void>;
}

/** `changed` is called after every write that reached the disk. */
export function createKeptImports(changed: () => void): KeptImports {
  const database = keepOpen(openDatabase);

  async function begin(mode: IDBTransactionMode) {
    // A power failure must not undo a press that was shown as accepted.
    return (await database()).transaction([IMPORTS, FILES, CORRECTIONS], mode, { durability: 'strict' });
  }

  async function readAll(): Promise<KeptImport[]> {
    const all: KeptImport[] = await settled((await begin('readonly')).objectStore(IMPORTS).getAll());
    return all.map(withDefaults);
  }

  return {
    async list() {
      const there = (await readAll()).filter(({ discardedAt }) => discardedAt === null);
      return there.sort((left, right) => right.keptAt - left.keptAt);
    },
    async discarded() {
      const gone = (await readAll()).filter(({ discardedAt }) => discardedAt !== null);
      return gone.sort((left, right) => Number(right.discardedAt) - Number(left.discardedAt));
    },
    async read(id) {
      const kept: KeptImport | undefined = await settled((await begin('readonly')).objectStore(IMPORTS).get(id));
      return kept ? withDefaults(kept) : null;
    },
    async readFile(id) {
      const file: Blob | undefined = await settled((await begin('readonly')).objectStore(FILES).get(id));
      return file ?? null;
    },
    async readSent(id) {
      const store = (await begin('readonly')).objectStore(FILES);
      const corrected: Blob | undefined = await settled(store.get(correctedKey(id)));
      const file: Blob | undefined = corrected ?? (await settled(store.get(id)));
      return file ?? null;
    },
    async keepSent(id, sent, corrected) {
      const transaction = await begin('readwrite');
      const [imports, files] = [transaction.objectStore(IMPORTS), transaction.objectStore(FILES)];
      const done = committed(transaction);
      const stored: KeptImport | undefined = await settled(imports.get(id));
      const chosen: Blob | undefined = await settled(files.get(id));
      const kept = stored && withDefaults(stored);
      const isMeant = kept?.edition === sent.edition && !isUnderWay(kept) && chosen !== undefined;
      if (isMeant) {
        imports.put({ ...kept, sent, fileBytes: (corrected ?? chosen).size });
        if (corrected) files.put(corrected, correctedKey(id));
        else files.delete(correctedKey(id));
      }
      await done;
      if (isMeant) changed();
      return isMeant;
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
      if (next && next.id !== id) {
        store.delete(id);
        await moveContent(transaction, id, next.id);
      }
      await done;
      if (next !== before) changed();
      return next;
    },
    async remove(id) {
      const transaction = await begin('readwrite');
      transaction.objectStore(IMPORTS).delete(id);
      for (const name of [FILES, CORRECTIONS] as const) transaction.objectStore(name).delete(everythingOf(id, name));
      await committed(transaction);
      changed();
    },
  };
}

async function moveContent(transaction: IDBTransaction, id: string, newId: string): Promise<void> {
  const files = transaction.objectStore(FILES);
  await moveEntry(files, id, newId);
  await moveEntry(files, correctedKey(id), correctedKey(newId));
  const corrections = transaction.objectStore(CORRECTIONS);
  for (const key of await settled(corrections.getAllKeys(everythingOf(id, CORRECTIONS)))) {
    if (Array.isArray(key)) await moveEntry(corrections, key, [newId, ...key.slice(1)]);
  }
}

async function moveEntry(store: IDBObjectStore, from: IDBValidKey, to: IDBValidKey): Promise<void> {
  const content: unknown = await settled(store.get(from));
  if (content !== undefined) store.put(content, to);
  store.delete(from);
}

/** Ids contain no spaces, so no other import's keys are in between. */
function everythingOf(id: string, store: typeof FILES | typeof CORRECTIONS): IDBKeyRange {
  return store === FILES ? IDBKeyRange.bound(id, correctedKey(id)) : IDBKeyRange.bound([id], [id, []]);
}

function correctedKey(id: string): string {
  return `${id} corrected`;
}
