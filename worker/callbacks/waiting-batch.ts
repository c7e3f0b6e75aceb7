import { CHARS_PER_CALL_COUNT } from '../../shared/sink-limits.ts';

/** Callbacks that are not in KV yet, and the key they will have there. `lines` null: too many to come along, to be asked for. */
export interface WaitingBatch {
  readonly batch: number;
  readonly key: string;
  readonly lines: readonly string[] | null;
}

/** Where waiting batches are, with the lines of the first of them: of as many as one call carries. */
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

/** Line by line, batch by batch. One that went to KV since it was described is read there. */
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
