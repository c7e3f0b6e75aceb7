import { err, ok, type Result } from '../../../shared/result.ts';
import type { Fault } from '../../errors.ts';
import { listsAtExotel, type OrphanRef } from '../outbox/orphan-lists.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import type { ImportSession } from '../record/import-session.ts';

/**
 * Erases an import's campaigns and its line in the account's index. An import still calling must be stopped first: what
 * it set off could not be followed any more. The session is emptied before anything else: an engine still closing campaigns
 * would open them again, contacts and all, after they were erased. Answers the lists to be deleted at Exotel: those that no
 * other import calls.
 */
export async function eraseImport(
  session: ImportSession,
  peers: {
    readonly eraseCampaign: (life: string, seq: number) => Promise<void>;
    readonly deleteImport: (id: string, life: string) => Promise<void>;
    readonly releaseList: (sid: string, life: string) => Promise<boolean>;
  },
): Promise<Result<readonly OrphanRef[], Fault>> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const state = session.state(record);
  if (record.launchedAt !== null && state !== 'finished' && state !== 'stopped') return err({ code: 'still_running' });
  const life = lifeOf(record);
  const seqs = session.rows().map(({ seq }) => seq);
  const lists = listsAtExotel(session.rows());
  session.clear();
  try {
    for (const seq of seqs) await peers.eraseCampaign(life, seq);
    await peers.deleteImport(record.id, life);
    const ours: OrphanRef[] = [];
    for (const list of lists) if (list.sid === null || (await peers.releaseList(list.sid, life))) ours.push(list);
    return ok(ours);
  } catch (cause) {
    // What is left is still there to be erased by the next try.
    session.reload();
    throw cause;
  }
}
