/** Callbacks as NDJSON: archived batches read from KV in order, then what is not archived yet. */
export async function* callbackLines(
  kv: KVNamespace,
  places: readonly { readonly keys: readonly string[]; readonly lines: readonly string[] }[],
): AsyncIterable<string> {
  for (const { keys, lines } of places) {
    for (const key of keys) {
      // Past its retention a batch is gone, and that is what was promised.
      const batch = await kv.get(key);
      if (batch !== null && batch !== '') yield `${batch}\n`;
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
}
