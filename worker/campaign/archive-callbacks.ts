import { archiveKey, archiveLine } from './callback-archive.ts';
import type { CampaignRecord, CampaignStore } from './campaign-store.ts';

/**
 * Writes the full batches into KV or, if none is full, the one that fills. Callbacks that arrive meanwhile wait for the
 * next time, so the work ends however fast they arrive. A full batch never changes, so after a crash the same value is
 * written again under the same key.
 */
export async function archiveCallbacks(world: {
  readonly store: CampaignStore;
  readonly record: CampaignRecord;
  readonly kv: Pick<KVNamespace, 'put'>;
  readonly retentionDays: number;
  /**
   * Whether the campaign was erased while a value was being written. The erasing waits for this to end, then deletes
   * that value.
   */
  readonly isErased: () => boolean;
  readonly saveOutcomes: () => void;
  /** Whether every destination that wants callbacks has all of them up to this id. */
  readonly isToldUpTo: (id: number) => boolean;
}): Promise<void> {
  const { store, record, kv, retentionDays } = world;
  if (store.callbacks.full().length === 0) store.callbacks.seal();
  for (const batch of store.callbacks.full()) {
    const callbacks = [...store.callbacks.read(batch)];
    const firstId = callbacks[0]?.id ?? 0;
    const archived = { batch, firstId, lastId: callbacks.at(-1)?.id ?? firstId, count: callbacks.length };
    if (!world.isToldUpTo(archived.lastId)) return;
    store.callbacks.begin(archived);
    const value = callbacks.map((callback) => archiveLine(record, callback)).join('\n');
    await kv.put(archiveKey(record, batch), value, {
      expirationTtl: retentionDays * 86_400,
      metadata: { count: archived.count, firstId, lastId: archived.lastId },
    });
    if (world.isErased()) return;
    // Save outcomes in the same transaction that drops the batch: dropped callbacks cannot be replayed, so what they
    // said must be stored.
    world.saveOutcomes();
    store.callbacks.close(batch);
  }
}
