import { archiveKey, archiveLine } from './callback-archive.ts';
import type { CampaignRecord, CampaignStore } from './campaign-store.ts';

/**
 * Writes the batches that are full into KV, or, where none is, the one that fills. What comes meanwhile waits for the next
 * time: the work of once ends, however fast callbacks arrive. A batch never changes once it is full, so a crash in between
 * writes the same value under the same key again.
 */
export async function archiveCallbacks(world: {
  readonly store: CampaignStore;
  readonly record: CampaignRecord;
  readonly kv: Pick<KVNamespace, 'put'>;
  readonly retentionDays: number;
  /** Meanwhile: then what was just written is deleted by whoever erases, who waits for this to end. */
  readonly isErased: () => boolean;
  readonly saveOutcomes: () => void;
  /** Whether everybody who wants callbacks up to this id has them. */
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
    // Outcomes first, in the same transaction as the drop: what is no longer replayed must be stored.
    world.saveOutcomes();
    store.callbacks.close(batch);
  }
}
