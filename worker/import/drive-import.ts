import { DRIVE_SECONDS } from '../../shared/limits.ts';
import { LAUNCH, READ, URGENT, type Priority } from '../account/request-budget.ts';
import { obeyRow } from './import-state.ts';
import { nextStep, type Course, type Step } from './next-step.ts';
import { recoverSend } from './outbox.ts';
import { actOnCampaign, actOnTwin } from './step-act.ts';
import { closeUnsent, closeWithStats, pageCalls } from './step-account.ts';
import { lookUpCampaign, readCampaigns } from './step-read.ts';
import { sendCampaign } from './step-send.ts';
import type { Ask, EngineDeps } from './engine.ts';
import type { TurnEnd } from '../account/turn.ts';
import type { ImportRecord } from './import-record.ts';

/**
 * Does whatever is next for an import, one step at a time, until nothing is due. Returns when to come back (epoch ms), or
 * null when the import is at its end. Between any two awaits the process may die: every step is safe to meet again.
 */
export async function driveImport(deps: EngineDeps): Promise<number | null> {
  // Only this engine sends, one run at a time: whatever is `sending` now was being sent by a process that died.
  for (const row of deps.rows()) if (row.state === 'sending') deps.putRow(recoverSend(row, deps.rules));
  const stopAt = deps.now() + DRIVE_SECONDS * 1000;
  while (deps.now() < stopAt) {
    for (const row of deps.rows()) {
      const obeying = obeyRow(row, deps.record().desire);
      if (obeying !== row) deps.putRow(obeying);
    }
    const step = next(deps);
    if (step.kind === 'done') return null;
    if (step.kind === 'wait') return step.until;
    if (step.kind === 'close') {
      await closeUnsent(deps, step.seq);
      continue;
    }
    if (step.kind === 'send') await deps.openCampaign(deps.row(step.seq));
    const turn = await deps.takeTurn(priorityOf(step));
    // While the turn was asked for, a stop may have been pressed: what to do is decided anew.
    const still = JSON.stringify(next(deps)) === JSON.stringify(step);
    if (!turn.granted) {
      if (still) return turn.retryAt;
      continue;
    }
    if (still) await perform(deps, step, turn.leaseId);
    else await deps.endTurn(turn.leaseId, NOT_USED);
  }
  return deps.now();
}

const NOT_USED: TurnEnd = { throttled: false, retryAfterMs: null, remaining: null, resetMs: null };

function courseOf(record: ImportRecord): Course {
  return { desire: record.desire, held: record.hold !== null, readAt: record.readAt };
}

function next(deps: EngineDeps): Step {
  return nextStep(courseOf(deps.record()), deps.rows(), deps.now());
}

type RequestStep = Exclude<Step, { kind: 'done' | 'wait' | 'close' }>;

function priorityOf(step: RequestStep): Priority {
  switch (step.kind) {
    case 'act':
    case 'act_on_twin':
      return URGENT;
    case 'look_up':
    case 'send':
      return LAUNCH;
    case 'read':
    case 'page':
    case 'count':
      return READ;
  }
}

async function perform(deps: EngineDeps, step: RequestStep, leaseId: number): Promise<void> {
  let asked = false;
  await act(deps, step, async (method, path, body) => {
    asked = true;
    const exchange = await deps.client.request(method, path, body);
    const throttled = !exchange.result.ok && exchange.result.error.code === 'throttled';
    await deps.endTurn(leaseId, { throttled, ...exchange.rate });
    return exchange;
  });
  if (!asked) await deps.endTurn(leaseId, NOT_USED);
}

function act(deps: EngineDeps, step: RequestStep, ask: Ask): Promise<void> {
  switch (step.kind) {
    case 'act':
      return actOnCampaign(deps, ask, step.seq, step.action);
    case 'act_on_twin':
      return actOnTwin(deps, ask, step);
    case 'look_up':
      return lookUpCampaign(deps, ask, step.seq);
    case 'send':
      return sendCampaign(deps, ask, step.seq);
    case 'read':
      return readCampaigns(deps, ask);
    case 'page':
      return pageCalls(deps, ask, step.seq);
    case 'count':
      return closeWithStats(deps, ask, step.seq);
  }
}
