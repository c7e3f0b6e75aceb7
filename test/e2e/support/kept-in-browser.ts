import type { Page } from 'playwright-core';

/** What a page of the extension finds on disk of one import, by its name. */
interface KeptNow {
  readonly step: string;
  readonly columns: unknown;
  /** `draft`, `working`, `stuck` or `asks_again`. */
  readonly upload: string;
  readonly task: string | null;
  readonly offset: number;
}

/** Null once it was launched: then the browser keeps nothing of it. */
export async function keptInBrowser(page: Page, name: string): Promise<KeptNow | null> {
  return page.evaluate(async (wanted) => {
    const opened = indexedDB.open('dialsheet');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.addEventListener('success', () => resolve(opened.result));
      opened.addEventListener('error', () => reject(new Error('not opened')));
    });
    const asked = database.transaction('imports').objectStore('imports').getAll();
    const all = await new Promise<readonly Record<string, unknown>[]>((resolve, reject) => {
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(new Error('not read')));
    });
    database.close();
    const kept = all.find((one) => one['name'] === wanted);
    if (!kept) return null;
    const upload: unknown = kept['upload'];
    const working = typeof upload === 'object' && upload !== null ? new Map(Object.entries(upload)) : new Map();
    return {
      step: String(kept['step']),
      columns: kept['columns'],
      upload: String(working.get('step')),
      task: working.has('task') ? String(working.get('task')) : null,
      offset: Number(working.get('offset') ?? 0),
    };
  }, name);
}
