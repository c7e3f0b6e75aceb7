/**
 * Changes one entry of the storage while no other surface does. Popup, panel, tabs and background share it, and a write
 * based on an older reading would undo another surface's change.
 */
export function withStorageLock<Answer>(key: string, change: () => Promise<Answer>): Promise<Answer> {
  return navigator.locks.request(`stored ${key}`, change);
}

/**
 * The same for what only spares somebody a look or a question later. Where the browser refuses it, as with a full disk, it is
 * lost, and no press waits for it.
 */
export async function rememberIfKept(key: string, change: () => Promise<void>): Promise<void> {
  await withStorageLock(key, change).catch(() => undefined);
}
