import { CALLBACKS_PER_ARCHIVE, MAX_ARCHIVE_BYTES } from '../../shared/limits.ts';
import { archiveKey, archiveLine } from './callback-archive.ts';
import type { CampaignRecord, CampaignStore } from './campaign-store.ts';

/**
 * Writes every callback that waits into KV, batch by batch. A batch is fixed before it is written, so a crash in between
 * writes the same value under the same key again.
 */
export async function archiveCallbacks(world: {
  readonly store: CampaignStore;
  readonly record: CampaignRecord;
  readonly kv: KVNamespace;
  readonly retentionDays: number;
  /** Meanwhile: then what was just written is deleted by whoever erases, who waits for this to end. */
  readonly isErased: () => boolean;
  readonly saveOutcomes: () => void;
}): Promise<void> {
  const { store, record, kv, retentionDays } = world;
  for (;;) {
    const batches = store.archives();
    let open = batches.find((batch) => !batch.done);
    if (open === undefined) {
      const next = store.firstBuffered(CALLBACKS_PER_ARCHIVE, MAX_ARCHIVE_BYTES);
      if (next === null) return;
      open = { batch: batches.length + 1, ...next, done: false };
      store.openArchive(open);
    }
    const callbacks = store.callbacksFrom(open.firstId, open.lastId);
    const value = callbacks.map((callback) => archiveLine(record.seq, callback)).join('\n');
    await kv.put(archiveKey(record, open.batch), value, {
      expirationTtl: retentionDays * 86_400,
      metadata: { count: open.count, firstId: open.firstId, lastId: open.lastId },
    });
    if (world.isErased()) return;
    // Outcomes first, in the same transaction as the delete: what is no longer replayed must be stored.
    world.saveOutcomes();
    store.closeArchive(open);
  }
}
