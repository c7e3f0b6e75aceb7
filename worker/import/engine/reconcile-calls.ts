import {
  MAX_RETRIES,
  MIN_OVERLAP_CALLS,
  CALL_DETAILS_RETRY_SECONDS,
  CALL_DETAILS_SETTLE_SECONDS,
  COUNTS_SETTLE_SECONDS,
  READ_INTERVAL_SECONDS,
  UPSTREAM_PAGE_SIZE,
} from '../../../shared/limits.ts';
import { totalBeyond } from '../../exotel/answer.ts';
import { isThrottled } from '../../exotel/client.ts';
import { readCampaign } from '../../exotel/read-campaign.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { keysOf } from '../../../shared/people/key-meaning.ts';
import { withTotals } from '../record/apply-totals.ts';
import { readNext } from '../outbox/seen-campaigns.ts';
import { classifyUncalled } from '../outbox/classify-uncalled.ts';
import type { CampaignTotals, UncalledOutcome } from '../../campaign/outcome-tracker.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';

/**
 * Reads one page of a campaign's call details, Exotel's own record of what it dialled. While the campaign runs, only
 * new calls since the last look; once it is over, all of them, and all once more after late fields have had time to
 * appear.
 */
export async function pageCalls(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { sid, pageOffset } = deps.row(seq);
  if (sid === null) return;
  const { callPage } = deps.record();
  const { result } = await ask('GET', deps.api.callsPath(sid, pageOffset, callPage));
  const now = deps.now();
  if (!result.ok && result.error.code === 'refused' && callPage > UPSTREAM_PAGE_SIZE) {
    // Exotel documents no largest page and may refuse this one as too large. It accepts its own default.
    deps.updateRecord({ callPage: Math.max(UPSTREAM_PAGE_SIZE, Math.floor(callPage / PAGE_SHRINKS_BY)) });
    return;
  }
  // Exotel answers 404 when no call was made.
  const none = !result.ok && result.error.code === 'not_found';
  if (!result.ok && !none) {
    if (!isThrottled({ result })) deps.putRow({ ...deps.row(seq), pageAt: now + CALL_DETAILS_RETRY_SECONDS * 1000 });
    return;
  }
  const items = result.ok ? result.value.items : [];
  const calls = items.map((item) => deps.api.readCall(item)).filter((call) => call !== null);
  const totals = await deps.fillCampaign(seq, calls);
  const row = withTotals(deps.row(seq), totals);
  // If a page shows a call twice, another call may be missing in its place, so only different calls move the offset on.
  const read = pageOffset + new Set(items.map(({ data }) => JSON.stringify(data))).size;
  const total = result.ok ? totalBeyond(result.value, read) : 0;
  const all = result.ok ? (result.value.total ?? 0) : 0;
  // An Exotel that does not heed the offset shows the same calls for ever, and its pages would have no end.
  const isRepeated = pageOffset > 0 && all > 0 && read > all;
  const more = items.length > 0 && !isRepeated && read < (total ?? mostCalls(row));
  if (more) deps.putRow({ ...row, pageOffset: read });
  else if (isOver(row.state) && !isWhole(row, total, totals, now))
    readAgain(deps, row, now, items.length === 0 && (total ?? 0) > pageOffset ? pageOffset : 0);
  else if (isOver(row.state)) await endPass(deps, row, now);
  else {
    const from = Math.max(0, read - MIN_OVERLAP_CALLS);
    deps.putRow({ ...row, pageOffset: from, pageAt: now + READ_INTERVAL_SECONDS * 1000 });
  }
}

const PAGE_SHRINKS_BY = 5;

/** As many calls as it can have, where Exotel does not say how many it has. */
function mostCalls({ contacts }: CampaignRow): number {
  return contacts * (1 + MAX_RETRIES) + UPSTREAM_PAGE_SIZE;
}

/**
 * Whether the pages showed as many calls as Exotel counts and as callbacks reported. Callbacks are faster but do not
 * tell keys, so stopping early would silently lose pressed keys and answered calls. After a set time, missing calls are
 * no longer waited for.
 */
function isWhole(row: CampaignRow, total: number | null, totals: CampaignTotals | null, now: number): boolean {
  const { read, missing } = totals?.readings ?? { read: total ?? 0, missing: 0 };
  const seconds = (now - (row.overAt ?? now)) / 1000;
  const isShort = total !== null && read < total && seconds < COUNTS_SETTLE_SECONDS;
  return !isShort && (missing === 0 || seconds >= CALL_DETAILS_SETTLE_SECONDS);
}

/**
 * Whether everybody has an outcome that no call may change any more. Where several campaigns were made under its name,
 * those that the first ones did not call were closed with them, and a call of the next one may still be under way.
 */
function isAllKnown({ unfinished, seenSids, outcomes }: CampaignRow): boolean {
  const assumed = outcomes.not_attempted + outcomes.unaccounted;
  return unfinished === 0 && (seenSids.length <= 1 || assumed === 0);
}

/** Reads again: the page that was empty, or all pages from the start. */
function readAgain(deps: EngineDeps, row: CampaignRow, now: number, pageOffset: number): void {
  const overAt = row.overAt ?? now;
  deps.putRow({ ...row, overAt, pageOffset, pageAt: now + CALL_DETAILS_RETRY_SECONDS * 1000 });
}

async function endPass(deps: EngineDeps, row: CampaignRow, now: number): Promise<void> {
  const overAt = row.overAt ?? now;
  const settledAt = overAt + CALL_DETAILS_SETTLE_SECONDS * 1000;
  // A call may stand in them before its key does, and a key may say that somebody is never to be called again.
  if (now < settledAt && Object.keys(keysOf(deps.record().template)).length > 0) {
    deps.putRow({ ...row, overAt, pageOffset: 0, pageAt: settledAt });
    return;
  }
  deps.putRow({ ...row, overAt, pageOffset: 0, pageAt: now, pagedAt: now });
  if (isAllKnown(row)) await close(deps, row.seq, 'not_attempted');
}

/**
 * Called when contacts are left for whom no call is known: only Exotel's own counts may say why. Until they do, they
 * are asked again. Once late fields have had time to appear, all call details are read once more, and then the rest is
 * closed as it is.
 */
export async function closeWithStats(deps: EngineDeps, ask: Ask, seq: number): Promise<void> {
  const { sid } = deps.row(seq);
  if (sid === null) return;
  const { result } = await ask('GET', deps.api.campaignPath(sid));
  if (isThrottled({ result })) return;
  const now = deps.now();
  const row = deps.row(seq);
  const stats = result.ok ? (readCampaign(result.value.items[0])?.stats ?? null) : null;
  const stopped = deps.record().target === 'stop' || row.state === 'canceled';
  const { verdict, certain, left } = classifyUncalled(row, stats, stopped);
  // Calls may still end after a campaign is over, and reports of them lag: old counts can agree with old call details
  // and both be wrong. A campaign that was not deleted must exist, so if Exotel does not find it now, it would not find
  // its calls either.
  const isMissing = !result.ok && result.error.code === 'not_found' && row.state !== 'archived';
  const isOld = (stats?.unsettled ?? 0) > 0 || isMissing;
  const settledAt = (row.overAt ?? now) + (isOld ? COUNTS_SETTLE_SECONDS : CALL_DETAILS_SETTLE_SECONDS) * 1000;
  const answered = result.ok || result.error.code === 'not_found';
  const readSince = row.pagedAt !== null && row.pagedAt >= settledAt;
  if (verdict === 'unaccounted' && left !== null) deps.putRow({ ...row, uncalled: left });
  if ((certain && !isOld) || isAllKnown(row) || (readSince && answered)) await close(deps, seq, verdict);
  else if (now >= settledAt && !readSince) deps.putRow({ ...deps.row(seq), pagedAt: null, pageOffset: 0, pageAt: now });
  else deps.putRow({ ...deps.row(seq), pageAt: now + CALL_DETAILS_RETRY_SECONDS * 1000 });
}

/** For a campaign that was never sent, or deleted before it began: nobody was called. */
export async function closeUnsent(deps: EngineDeps, seq: number): Promise<void> {
  await deps.openCampaign(deps.row(seq));
  const { excluded, suppressed } = deps.row(seq);
  if (excluded.length > 0) await deps.countAs(seq, excluded, 'invalid');
  if (suppressed.length > 0) await deps.countAs(seq, suppressed, 'suppressed');
  await close(deps, seq, 'not_attempted');
}

async function close(deps: EngineDeps, seq: number, uncalled: UncalledOutcome): Promise<void> {
  await deps.minutes.release(seq);
  const totals = await deps.closeCampaign(seq, uncalled);
  deps.putRow(readNext({ ...withTotals(deps.row(seq), totals), closed: true }, deps.now()));
}
