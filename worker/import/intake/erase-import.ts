import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { listsAtExotel, type OrphanRef } from '../outbox/orphan-lists.ts';
import type { Fault } from '../../errors.ts';
import type { ErasingTask } from '../record/erasing-store.ts';
import type { ImportSession } from '../record/import-session.ts';

/**
 * Whether the import may be erased now. One that is still calling must be stopped first, or nobody could follow its
 * calls.
 */
export function mayErase(session: ImportSession): Result<ErasingTask, Fault> {
  const task = erasingTask(session);
  const record = session.record();
  if (task === null || record === null) return err({ code: 'import_not_found' });
  const state = session.state(record);
  const isCalling = record.launchedAt !== null && state !== 'finished' && state !== 'stopped';
  return isCalling ? err({ code: 'still_running' }) : ok(task);
}

/** What must be done elsewhere once the import's own storage is gone. */
export function erasingTask(session: ImportSession): ErasingTask | null {
  const record = session.record();
  if (record === null) return null;
  const rows = session.rows();
  const seqs = rows.map(({ seq }) => seq);
  return { importId: record.id, life: lifeOf(record), seqs, lists: listsAtExotel(rows) };
}

/**
 * Erases the import's line in the index, its campaigns with their callbacks and archives, and what destinations keep of
 * it. Safe to repeat, as after a crash. Answers the lists to be deleted at Exotel: those that no other import calls.
 */
export async function eraseElsewhere(
  { importId, life, seqs, lists }: ErasingTask,
  peers: {
    readonly eraseCampaign: (life: string, seq: number) => Promise<void>;
    readonly forgetCalls: (life: string) => Promise<void>;
    readonly forgetEvents: (life: string) => Promise<void>;
    readonly deleteImport: (id: string, life: string) => Promise<void>;
    readonly releaseList: (sid: string, life: string) => Promise<boolean>;
  },
): Promise<readonly OrphanRef[]> {
  await peers.forgetCalls(life);
  await peers.deleteImport(importId, life);
  for (const seq of seqs) await peers.eraseCampaign(life, seq);
  // After the campaigns, because they may still send events until then. An import that was never launched sent none.
  if (seqs.length > 0) await peers.forgetEvents(life);
  const ours: OrphanRef[] = [];
  for (const list of lists) if (list.sid === null || (await peers.releaseList(list.sid, life))) ours.push(list);
  return ours;
}
