import { err, ok, type Result } from '../../../shared/result.ts';
import type { Fault } from '../../errors.ts';
import { listsAtExotel, type OrphanRef } from '../outbox/orphan-lists.ts';
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
    readonly eraseCampaign: (importId: string, seq: number) => Promise<void>;
    readonly deleteImport: (importId: string) => Promise<void>;
    readonly releaseList: (sid: string, importId: string) => Promise<boolean>;
  },
): Promise<Result<readonly OrphanRef[], Fault>> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const state = session.state(record);
  if (record.launchedAt !== null && state !== 'finished' && state !== 'stopped') return err({ code: 'still_running' });
  const seqs = session.rows().map(({ seq }) => seq);
  const lists = listsAtExotel(session.rows());
  session.clear();
  try {
    for (const seq of seqs) await peers.eraseCampaign(record.id, seq);
    await peers.deleteImport(record.id);
    const ours: OrphanRef[] = [];
    for (const list of lists) if (list.sid === null || (await peers.releaseList(list.sid, record.id))) ours.push(list);
    return ok(ours);
  } catch (cause) {
    // What is left is still there to be erased by the next try.
    session.reload();
    throw cause;
  }
}
