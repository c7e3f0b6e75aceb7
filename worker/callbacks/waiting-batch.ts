import { CHARS_PER_CALL_COUNT } from '../../shared/sink-limits.ts';

/**
 * Callbacks that are not in KV yet, and the key they will have there. `lines` is null when there are too many to send
 * along; then they are asked for.
 */
export interface WaitingBatch {
  readonly batch: number;
  readonly key: string;
  readonly lines: readonly string[] | null;
}

/** Where the waiting batches are. The first ones carry their lines, as many as one call can carry. */
export function describeWaiting(
  batches: readonly number[],
  { keyOf, linesOf }: { readonly keyOf: (batch: number) => string; readonly linesOf: (batch: number) => string[] },
): WaitingBatch[] {
  let chars = 0;
  return batches.map((batch) => {
    const lines = chars < CHARS_PER_CALL_COUNT ? linesOf(batch) : null;
    for (const line of lines ?? []) chars += line.length;
    return { batch, key: keyOf(batch), lines };
  });
}

/** The lines of all batches, in order. A batch that went to KV since it was described is read from there. */
export async function* waitingLines(
  kv: KVNamespace,
  waiting: readonly WaitingBatch[],
  ask: (batch: number) => Promise<readonly string[] | null>,
): AsyncIterable<string> {
  for (const { batch, key, lines } of waiting) {
    const here = lines ?? (await ask(batch));
    yield* here ?? ((await kv.get(key, 'text')) ?? '').split('\n').filter((line) => line !== '');
  }
}
