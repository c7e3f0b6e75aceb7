import { ACTION_RETRY_SECONDS, READ_INTERVAL_SECONDS } from '../../../shared/limits.ts';
import { SAFETY } from '../../account/request-budget.ts';
import { isThrottled } from '../../exotel/client.ts';
import { readCampaign, type UpstreamCampaign } from '../../exotel/read-campaign.ts';
import { describeFailure, type ExotelFailure } from '../../exotel/failure.ts';
import type { CampaignAction, CampaignApi } from '../../exotel/campaign-api.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { stateAfter } from '../../exotel/action-answer.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import { afterDuplicateAction, afterRead, putLast } from '../outbox/seen-campaigns.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';

type Act = CampaignAction | 'delete';

const FULFILLED: Readonly<Record<Act, CampaignRow['want']>> = {
  pause: 'paused',
  resume: 'running',
  complete: null,
  archive: null,
  delete: null,
};

/**
 * The campaign's state after the action. An answer that is about another campaign, or does not say that the action was
 * done, is in doubt.
 */
async function send(
  api: CampaignApi,
  ask: Ask,
  sid: string,
  action: Act,
): Promise<Result<CampaignState, ExotelFailure>> {
  const path = api.campaignPath(sid);
  const { result } = await (action === 'delete' ? ask('DELETE', path) : ask('PUT', path, api.wrap({ action })));
  if (!result.ok) return result;
  const isOfAnother = (readCampaign(result.value.items[0])?.sid ?? sid) !== sid;
  const state = isOfAnother ? null : stateAfter(action, result.value);
  return state === null ? err({ code: 'in_doubt', reason: 'unreadable', status: null }) : ok(state);
}

/**
 * Sends one action to one campaign. After a refusal or a lost answer, the state is read and the next step decided anew.
 */
export async function actOnCampaign(deps: EngineDeps, ask: Ask, seq: number, action: Act): Promise<void> {
  const { sid } = deps.row(seq);
  if (sid === null) return;
  const result = await send(deps.api, ask, sid, action);
  const shown = !result.ok && isForbidden(result.error) ? await shownCampaign(deps, sid) : null;
  const now = deps.now();
  const before = deps.row(seq);
  const row = shown === null ? before : afterRead(before, [shown], now);
  // It was settled while the answer was under way, or is so by now: there is nothing left to do.
  if (!result.ok && isOver(row.state)) {
    if (row !== before) deps.putRow(row);
    return;
  }
  if (isGone(row, result) && row.actionRefused?.code !== 'not_found') {
    deps.putRow({ ...row, overAt: now, pageAt: now, pageOffset: 0, state: goneBy(action), want: null });
    return;
  }
  if (!result.ok) {
    const isMissing = result.error.code === 'not_found';
    // The campaign is looked up by its sid now. Until that shows whether it is gone, more actions would tell nothing.
    const waitSeconds = isMissing ? READ_INTERVAL_SECONDS : ACTION_RETRY_SECONDS;
    const missedAt = isMissing ? (row.missedAt ?? now) : row.missedAt;
    const undeletable = row.undeletable || (action === 'delete' && !MAY_STILL_BE_DELETED.has(result.error.code));
    const actionRefused = refusedAction(row, result.error);
    deps.putRow({ ...row, undeletable, actionRefused, missedAt, actionAt: now + waitSeconds * 1000 });
    deps.updateRecord({ readAt: now });
    return;
  }
  const state = result.value;
  const over = isOver(state) ? { overAt: now, pageAt: now, pageOffset: 0 } : {};
  // The opposite may have been pressed while the answer was under way; that is still to be done.
  const want = row.want === FULFILLED[action] ? null : row.want;
  deps.putRow({ ...row, ...over, state, want, actionRefused: null });
}

/** What a person is told whose press was refused. A throttled action was never tried, so it is not a refusal. */
function refusedAction(row: CampaignRow, failure: ExotelFailure): CampaignRow['actionRefused'] {
  if (failure.code === 'throttled') return row.actionRefused;
  const tries = (row.actionRefused?.tries ?? 0) + 1;
  return { code: failure.code, message: describeFailure(failure), tries };
}

export async function actOnDuplicate(
  deps: EngineDeps,
  ask: Ask,
  step: { readonly seq: number; readonly sid: string; readonly action: Act },
): Promise<void> {
  const result = await send(deps.api, ask, step.sid, step.action);
  const shown = !result.ok && isForbidden(result.error) ? await shownCampaign(deps, step.sid) : null;
  const now = deps.now();
  const row = deps.row(step.seq);
  const state = result.ok ? result.value : isGone(row, result) ? goneBy(step.action) : (shown?.state ?? null);
  const after = state === null ? row : afterDuplicateAction(row, step.sid, state, now);
  if (result.ok || (state !== null && isOver(state))) {
    deps.putRow({ ...after, actionRefused: null });
    return;
  }
  const actionRefused = refusedAction(row, result.error);
  deps.putRow({ ...putLast(after, step.sid), actionRefused, actionAt: now + ACTION_RETRY_SECONDS * 1000 });
  deps.updateRecord({ readAt: now });
}

/** Exotel does not allow it in the campaign's state, so the state that we know is not the true one. */
function isForbidden({ code }: ExotelFailure): boolean {
  return code === 'conflict' || code === 'refused';
}

/** What Exotel tells of this one campaign: pages may be old, or tell a state that nobody knows. */
async function shownCampaign(deps: EngineDeps, sid: string): Promise<UpstreamCampaign | null> {
  const turn = await deps.takeTurn(SAFETY);
  if (!turn.granted) return null;
  const exchange = await deps.client.request('GET', deps.api.campaignPath(sid));
  await deps.endTurn(turn.leaseId, { throttled: isThrottled(exchange), ...exchange.rate });
  const found = exchange.result.ok ? readCampaign(exchange.result.value.items[0]) : null;
  return found === null || found.sid !== sid || found.state === 'unknown' ? null : found;
}

/**
 * True when a second action found no campaign: it was deleted, by our own action whose answer was lost or by a person.
 * One "not found" is not enough: a campaign just made may not be visible everywhere yet, and one wrongly taken for
 * deleted would still ring.
 */
function isGone(row: CampaignRow, result: Result<CampaignState, ExotelFailure>): boolean {
  return row.actionAt > 0 && !result.ok && result.error.code === 'not_found';
}

/** A campaign that is gone before it began called nobody. Otherwise its call details, if any, say who was called. */
function goneBy(action: Act): CampaignState {
  return action === 'delete' ? 'deleted' : 'archived';
}

const MAY_STILL_BE_DELETED: ReadonlySet<string> = new Set(['in_doubt', 'throttled', 'not_found']);
