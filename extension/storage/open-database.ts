const NAME = 'dialsheet';
const VERSION = 2;

export const IMPORTS = 'imports';
export const FILES = 'files';
/** Keyed `[import id, chunk]`. */
export const CORRECTIONS = 'corrections';

export function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore(IMPORTS, { keyPath: 'id' });
      request.result.createObjectStore(FILES);
    }
    request.result.createObjectStore(CORRECTIONS);
  });
  return settled(request);
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database refused a request')));
  });
}

/** Resolves only once the transaction is on disk: before that a restart may still undo it. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('The database gave up a transaction'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
}
