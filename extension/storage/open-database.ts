const NAME = 'dialsheet';
const VERSION = 2;

export const IMPORTS = 'imports';
export const FILES = 'files';
/** Keyed `[import id, chunk]`. */
export const CORRECTIONS = 'corrections';

/** `ended` is called when the browser closed it, or when a newer version of the extension waits for it to be closed. */
export async function openDatabase(ended: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore(IMPORTS, { keyPath: 'id' });
      request.result.createObjectStore(FILES);
    }
    request.result.createObjectStore(CORRECTIONS);
  });
  const database = await settled(request);
  database.addEventListener('close', ended);
  database.addEventListener('versionchange', () => {
    database.close();
    ended();
  });
  return database;
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database refused a request')));
  });
}

/** Resolves only once the transaction is on disk; before that a restart may undo it. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('The database gave up a transaction'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
}
