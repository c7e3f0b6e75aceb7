import { MAX_APPROVALS_ASKED, APPROVALS_POLL_SECONDS, TEAM_POLL_MINUTES } from '../../shared/extension-limits.ts';
import { isPassing } from '../api/api-fault.ts';
import type { WorkerClient } from '../api/worker-client.ts';
import type { MemoryStore, Waiting } from '../storage/memory.ts';
import { may, waitingFor } from '../state/team-rights.ts';

type Client = Pick<WorkerClient, 'account' | 'teamRules' | 'findImports'>;

interface ApprovalDeps {
  readonly memory: Pick<MemoryStore, 'read' | 'noteApprovals'>;
  readonly workers: () => Promise<readonly Client[]>;
  readonly now: () => number;
}

/**
 * Finds out which imports wait for this person's approval, and answers when to ask again (epoch ms). A team in which
 * nobody needs an approval is rarely asked.
 */
export function createApprovals(deps: ApprovalDeps): () => Promise<number | null> {
  return async function readApprovals() {
    const { approvals } = await deps.memory.read();
    const due = approvals === null ? 0 : approvals.at + waitMs(approvals.may);
    const now = deps.now();
    if (now < due) return approvals?.may === true ? due : null;
    const found = await Promise.all((await deps.workers()).map(waitingAt));
    if (found.includes('unreachable')) {
      // The last result stays: a lost connection must not remove the badge.
      if (approvals === null || !approvals.may) return null;
      await deps.memory.noteApprovals({ ...approvals, at: now });
      return now + waitMs(true);
    }
    const waiting = found.flatMap((each) => (each === 'unreachable' || each === null ? [] : each));
    const isMine = found.some((each) => each !== null);
    await deps.memory.noteApprovals({ at: now, may: isMine, waiting });
    return isMine ? now + waitMs(true) : null;
  };
}

function waitMs(isMine: boolean): number {
  return isMine ? APPROVALS_POLL_SECONDS * 1000 : TEAM_POLL_MINUTES * 60_000;
}

/** Null if nothing can wait for this person. */
async function waitingAt(client: Client): Promise<readonly Waiting[] | 'unreachable' | null> {
  const account = await client.account();
  if (!account.ok) return isPassing(account.error) ? 'unreachable' : null;
  const me = account.value;
  if (!may(me, 'launchers')) return null;
  // A launcher has colleagues who ask them.
  if (me.role !== 'launcher' && !me.hasPreparers) {
    const rules = await client.teamRules();
    if (!rules.ok || rules.value.approveAbove === null) return null;
  }
  const page = await client.findImports({ search: '', state: 'checked', offset: 0, limit: MAX_APPROVALS_ASKED });
  if (!page.ok) return 'unreachable';
  return waitingFor(me, page.value.items).map(({ id, name, approval }) => ({
    id,
    name,
    by: approval?.by ?? '',
    since: approval?.at ?? '',
  }));
}
