import { CALL_DETAILS_RETRY_SECONDS, CALL_DETAILS_SETTLE_SECONDS } from '../../shared/limits.ts';
import { callsPath, readCall } from '../exotel/campaigns.ts';
import { withTotals } from './row-totals.ts';
import type { Ask, EngineDeps } from './drive-import.ts';

/**
 * One page of a finished campaign's call details, Exotel's own record of what it dialled. A pass that leaves contacts
 * without an outcome is repeated until late fields have had their time.
 */
export async function pageCalls(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { sid, pageOffset } = deps.row(seq);
  if (sid === null) return;
  const { result } = await ask('GET', callsPath(sid, pageOffset));
  const now = deps.now();
  // 404 is how Exotel says that no call was made.
  const none = !result.ok && result.error.code === 'not_found';
  if (!result.ok && !none) {
    deps.putRow({ ...deps.row(seq), pageAt: now + CALL_DETAILS_RETRY_SECONDS * 1000 });
    return;
  }
  const items = result.ok ? result.value.items : [];
  const totals = await deps.fillCampaign(
    seq,
    items.map(readCall).filter((call) => call !== null),
  );
  const before = withTotals(deps.row(seq), totals);
  const row = { ...before, overAt: before.overAt ?? now };
  const read = pageOffset + items.length;
  const more = items.length > 0 && read < (result.ok ? (result.value.total ?? Number.POSITIVE_INFINITY) : 0);
  if (more) {
    deps.putRow({ ...row, pageOffset: read });
    return;
  }
  deps.putRow({ ...row, pageOffset: 0, pageAt: now + CALL_DETAILS_RETRY_SECONDS * 1000 });
  const settled = now >= row.overAt + CALL_DETAILS_SETTLE_SECONDS * 1000;
  if (row.unfinished === 0 || settled) await closeCampaign(deps, seq);
}

/** The campaign is over and read: whoever has no outcome was not attempted. */
export async function closeCampaign(deps: EngineDeps, seq: number): Promise<void> {
  await deps.openCampaign(deps.row(seq));
  const totals = await deps.closeCampaign(seq);
  deps.putRow({ ...withTotals(deps.row(seq), totals), closed: true });
}
