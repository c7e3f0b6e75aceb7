/**
 * Rewrites one KV value without what it says of a person. `blank` answers what a line of theirs becomes; all other
 * lines, the metadata and the expiry time stay. A value that is already gone stays gone.
 */
export async function forgetInValue(
  kv: KVNamespace,
  key: string,
  blank: (line: string) => string | null,
): Promise<void> {
  const { value, metadata } = await kv.getWithMetadata(key, 'text');
  if (value === null) return;
  const lines = value.split('\n');
  const blanked = lines.map((line) => blank(line) ?? line);
  if (blanked.every((line, at) => line === lines[at])) return;
  const listed = await kv.list({ prefix: key, limit: 1 });
  const expiration = listed.keys.find(({ name }) => name === key)?.expiration;
  await kv.put(key, blanked.join('\n'), { metadata, ...(expiration === undefined ? {} : { expiration }) });
}
