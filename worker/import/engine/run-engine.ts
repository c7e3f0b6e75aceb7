import { DRIVE_SECONDS } from '../../../shared/limits.ts';
import { SILENCE_SHOWN_SECONDS } from '../../../shared/safety-limits.ts';
import { LAUNCH, READ, SAFETY } from '../../account/request-budget.ts';
import { callingHours } from '../../../shared/plan/plan-template.ts';
import { resumableAt } from '../../../shared/plan/open-hours.ts';
import type { Priority, TurnEnd } from '../../account/request-budget.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { isThrottled } from '../../exotel/client.ts';
import { applyTarget } from '../record/import-state.ts';
import { holdForProof } from '../outbox/made-again.ts';
import { dueAgain, dueBy } from '../outbox/turned-back.ts';
import { dropPassed } from '../outbox/unseen-creates.ts';
import { nextStep, safetyDue, type EngineState, type Step } from '../outbox/next-step.ts';
import { recoverUpload } from '../outbox/list-transitions.ts';
import { recoverSend } from '../outbox/campaign-transitions.ts';
import { withList } from '../outbox/campaign-lists.ts';
import { actOnCampaign, actOnDuplicate } from './apply-action.ts';
import { closeUnsent, closeWithStats, pageCalls } from './reconcile-calls.ts';
import { findMissed, lookUpCampaign, readCampaigns } from './poll-campaigns.ts';
import { relyOn } from './missing-proof.ts';
import { sendCampaign } from './send-campaign.ts';
import { clearOrphan, giveUpList } from './delete-list.ts';
import { lookUpList, pollList } from './poll-list.ts';
import { findList, uploadList } from './upload-list.ts';
import type { Ask, EngineDeps } from './engine-ports.ts';

/**
 * Does the import's next steps, one at a time, until nothing is due. Answers when to come back (epoch ms), or null when
 * the import is at its end. The process may die between any two awaits: every step can safely be repeated.
 */
export async function driveImport(deps: EngineDeps): Promise<number | null> {
  // Only one run of this engine sends at a time, so a row that is `sending` now was being sent by a process that died.
  for (const row of deps.rows()) {
    if (row.state === 'sending') deps.putRow(recoverSend(row, deps.rules));
    const uploading = row.lists.find(({ state }) => state === 'uploading');
    if (uploading !== undefined) deps.putRow(withList(row, recoverUpload(uploading, deps.rules)));
  }
  catchUp(deps);
  const stopAt = deps.now() + DRIVE_SECONDS * 1000;
  while (deps.now() < stopAt) {
    for (const row of deps.rows()) {
      const { target } = deps.record();
      const obeying = holdForProof(applyTarget(dropPassed(row, deps.now()), target), target, deps.now());
      if (obeying !== row) deps.putRow(obeying);
    }
    const step = next(deps);
    if (step.kind === 'done') return null;
    if (step.kind === 'wait') return step.until;
    if (!isRequest(step)) {
      await settle(deps, step);
      continue;
    }
    if (step.kind === 'send') await deps.openCampaign(deps.row(step.seq));
    const turn = await deps.takeTurn(priorityOf(step));
    // Since the launch or the pause, the day may have been closed or its hours narrowed.
    if (turn.granted && step.kind === 'act' && step.action === 'resume') await deps.learnHours();
    // A stop may have been pressed while the turn was asked for, so the step is decided anew.
    const still = JSON.stringify(next(deps)) === JSON.stringify(step);
    if (!turn.granted) {
      if (still) {
        noteSilence(deps, step, turn.retryAt);
        return comeBackAt(deps, step, turn.retryAt);
      }
      continue;
    }
    if (still) await perform(deps, step, turn.leaseId);
    else await deps.endTurn(turn.leaseId, NOT_USED);
  }
  return deps.now();
}

/** Nothing waits for a clock that was turned back to catch up. */
function catchUp(deps: EngineDeps): void {
  const now = deps.now();
  for (const row of deps.rows()) {
    const due = dueAgain(row, now);
    if (due !== row) deps.putRow(due);
  }
  const { readAt } = deps.record();
  if (dueBy(readAt, now) !== readAt) deps.updateRecord({ readAt: now });
}

const NOT_USED: TurnEnd = { throttled: false, retryAfterMs: null, remaining: null, resetMs: null };

function engineStateOf(deps: EngineDeps): EngineState {
  const { target, hold, readAt, template } = deps.record();
  const hours = callingHours(template, deps.account);
  return { target, held: hold !== null, readAt, resumableAt: (sendAt) => resumableAt(hours, sendAt, deps.now()) };
}

function next(deps: EngineDeps): Step {
  return nextStep(engineStateOf(deps), deps.rows(), deps.now());
}

type OwnStep = Extract<Step, { kind: 'close' | 'find_list' | 'drop_list' }>;
type RequestStep = Exclude<Step, OwnStep | { kind: 'done' | 'wait' }>;

function isRequest(step: OwnStep | RequestStep): step is RequestStep {
  return step.kind !== 'close' && step.kind !== 'find_list' && step.kind !== 'drop_list';
}

/** Steps that send Exotel no request, and so need no turn. */
function settle(deps: EngineDeps, step: OwnStep): Promise<void> {
  switch (step.kind) {
    case 'close':
      return closeUnsent(deps, step.seq);
    case 'find_list':
      return findList(deps, step);
    case 'drop_list':
      return giveUpList(deps, step);
  }
}

function priorityOf(step: RequestStep): Priority {
  switch (step.kind) {
    case 'act':
      // Resuming makes phones ring, so it does not get the priority of safety.
      return step.action === 'resume' ? LAUNCH : SAFETY;
    case 'act_on_duplicate':
    case 'look_up':
    case 'seek':
      return SAFETY;
    case 'send':
    case 'upload_list':
    case 'look_up_list':
    case 'poll_list':
    case 'clear_orphan':
      return LAUNCH;
    case 'read':
    case 'find':
    case 'page':
    case 'count':
      return READ;
  }
}

/** Exotel asked for silence; requests that keep phones silent are still tried. */
function noteSilence(deps: EngineDeps, step: RequestStep, retryAt: number): void {
  if (priorityOf(step) === SAFETY || retryAt < deps.now() + SILENCE_SHOWN_SECONDS * 1000) return;
  if (deps.record().silentUntil !== retryAt) deps.updateRecord({ silentUntil: retryAt });
}

/** When to come back: a request that keeps phones silent may fall due before there is a turn for ordinary ones. */
function comeBackAt(deps: EngineDeps, step: RequestStep, retryAt: number): number {
  if (priorityOf(step) === SAFETY) return retryAt;
  return Math.min(retryAt, safetyDue(engineStateOf(deps), deps.rows(), deps.now()));
}

async function perform(deps: EngineDeps, step: RequestStep, leaseId: number): Promise<void> {
  let asked = false;
  const proof = { priority: priorityOf(step), campaignPath: deps.api.listPath({}, 0, 1) };
  await act(deps, step, async (method, path, body) => {
    asked = true;
    const exchange = await deps.client.request(method, path, body);
    await deps.endTurn(leaseId, { throttled: isThrottled(exchange), ...exchange.rate });
    return isOrdinary404(deps, step) ? exchange : relyOn(deps, exchange, proof);
  });
  if (!asked) await deps.endTurn(leaseId, NOT_USED);
}

/** Until a campaign is over, that it has no calls yet decides nothing. */
function isOrdinary404(deps: EngineDeps, step: RequestStep): boolean {
  return step.kind === 'page' && !isOver(deps.row(step.seq).state);
}

function act(deps: EngineDeps, step: RequestStep, ask: Ask): Promise<void> {
  switch (step.kind) {
    case 'act':
      return actOnCampaign(deps, ask, step.seq, step.action);
    case 'act_on_duplicate':
      return actOnDuplicate(deps, ask, step);
    case 'look_up':
      return lookUpCampaign(deps, ask, step.seq);
    case 'send':
      return sendCampaign(deps, ask, step.seq);
    case 'upload_list':
      return uploadList(deps, ask, step);
    case 'look_up_list':
      return lookUpList(deps, ask, step);
    case 'poll_list':
      return pollList(deps, ask, step);
    case 'clear_orphan':
      return clearOrphan(deps, ask, step);
    case 'read':
    case 'seek':
      return readCampaigns(deps, ask);
    case 'find':
      return findMissed(deps, ask, step.seq);
    case 'page':
      return pageCalls(deps, ask, step.seq);
    case 'count':
      return closeWithStats(deps, ask, step.seq);
  }
}
