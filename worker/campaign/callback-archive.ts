import type { BufferedCallback } from './campaign-store.ts';

/** One KV value: a batch of callbacks of one campaign. Sorted by campaign and batch when listed. */
export function archiveKey(importId: string, seq: number, batch: number): string {
  return `callbacks/${importId}/${String(seq).padStart(6, '0')}/${String(batch).padStart(6, '0')}`;
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
