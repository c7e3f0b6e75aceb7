/**
 * One KV value without what is said of a person: a line that is theirs becomes what `blank` makes of it, every other stays
 * as it is, and so do the metadata and the time at which the value goes by itself. A value that is gone stays gone.
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
