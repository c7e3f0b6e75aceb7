/** A text column, as text. */
export function storedText(value: SqlStorageValue | undefined): string {
  if (typeof value !== 'string') throw new Error('A text column holds no text');
  return value;
}

/** JSON that this Worker stored itself, under a schema it migrates itself, so it needs no check when read. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what it wrote
export function storedJson<T>(value: SqlStorageValue | undefined): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own writing, never a client's
  return JSON.parse(storedText(value)) as T;
}
