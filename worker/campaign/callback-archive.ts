import type { BufferedCallback, CampaignRecord } from './campaign-store.ts';

/** One KV value: a batch of callbacks of one campaign. Sorted by campaign and batch when listed. */
export function archiveKey({ importId, incarnation, seq }: CampaignRecord, batch: number): string {
  const life = incarnation === '' ? importId : `${importId}/${incarnation}`;
  return `callbacks/${life}/${String(seq).padStart(6, '0')}/${String(batch).padStart(6, '0')}`;
}

/** NDJSON, one callback a line, as it arrived: a JSON body stays JSON, anything else becomes a string. */
export function archiveLine(seq: number, callback: BufferedCallback): string {
  return JSON.stringify({
    receivedAt: new Date(callback.receivedAt).toISOString(),
    seq,
    kind: callback.kind,
    body: jsonOrText(callback.body),
  });
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

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
