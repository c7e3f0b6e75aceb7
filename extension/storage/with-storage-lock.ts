/**
 * Changes one entry of the storage with no other surface in between: popup, panel, tabs and the background share it,
 * and what one writes on top of an older reading would undo the other.
 */
export function withStorageLock<Answer>(key: string, change: () => Promise<Answer>): Promise<Answer> {
  return navigator.locks.request(`stored ${key}`, change);
}
