import { FILE_PART_BYTES } from '../../../shared/limits.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Fault } from '../../errors.ts';
import type { ImportStore } from '../record/import-store.ts';

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readOn(reader: Reader): Promise<Awaited<ReturnType<Reader['read']>> | null> {
  try {
    return await reader.read();
  } catch {
    return null;
  }
}

/**
 * Appends a stream of bytes to the file from `offset`, part by part. What was stored stays when the stream breaks, and
 * `received` tells where to continue. Never holds more than one part in memory.
 */
export async function receiveFile(
  store: ImportStore,
  body: ReadableStream<Uint8Array>,
  at: { readonly offset: number; readonly maxBytes: number },
): Promise<Result<{ received: number; cutOff: boolean }, Fault>> {
  let cutOff = false;
  const part = new Uint8Array(FILE_PART_BYTES);
  let filled = 0;
  let received = at.offset;

  function flush(): boolean {
    if (filled === 0) return true;
    // Another upload of the same file came first: its bytes stay, ours are refused.
    if (store.received() !== received) return false;
    store.addPart(received, part.subarray(0, filled));
    received += filled;
    filled = 0;
    return true;
  }

  const reader = body.getReader();
  for (;;) {
    const next = await readOn(reader);
    // The sender broke off. What arrived is kept, and the next HEAD tells how much that is.
    cutOff = next === null;
    if (next === null || next.done) break;
    const { value } = next;
    if (received + filled + value.byteLength > at.maxBytes) {
      await reader.cancel();
      return err({ code: 'upload_overflow' });
    }
    for (let from = 0; from < value.byteLength;) {
      const size = Math.min(FILE_PART_BYTES - filled, value.byteLength - from);
      part.set(value.subarray(from, from + size), filled);
      filled += size;
      from += size;
      if (filled === FILE_PART_BYTES && !flush()) return err({ code: 'offset_mismatch' });
    }
  }
  return flush() ? ok({ received, cutOff }) : err({ code: 'offset_mismatch' });
}
