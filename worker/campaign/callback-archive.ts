import { KV_KEYS_PER_READ_COUNT } from '../../shared/sink-limits.ts';
import type { BufferedCallback } from './callback-batches.ts';
import type { CampaignRecord } from './campaign-store.ts';

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
    for (let first = 0; first < keys.length; first += KV_KEYS_PER_READ_COUNT) {
      const some = keys.slice(first, first + KV_KEYS_PER_READ_COUNT);
      const values = await kv.get([...some], 'text');
      for (const key of some) {
        // Past its retention a batch is gone, and that is what was promised.
        const batch = values.get(key) ?? '';
        if (batch !== '') yield `${batch}\n`;
      }
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
}
