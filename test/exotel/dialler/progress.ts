import { NUMBER_STATE } from '../campaigns/campaign.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { CounterKey } from './counters.ts';
import type { Dial } from '../control/ledger.ts';
import type { ScriptedCall } from './outcome-script.ts';

/** The bookkeeping of one campaign: the state of each number, and the counts that follow from it. */

export function recordAttempt({ campaign, numberIndex, attempt, result, at }: Dial): void {
  campaign.attempts[numberIndex] = attempt;
  campaign.lastResults[numberIndex] = result;
  campaign.states[numberIndex] = NUMBER_STATE.live;
  campaign.counters.add(at, attempt === 1 ? 'created' : 'retry', -1);
}

export function recordCallStart({ campaign, attempt, at }: Dial): void {
  campaign.callsMade += 1;
  campaign.live += 1;
  campaign.counters.add(at, attempt === 1 ? 'in-progress' : 'retrying', 1);
  campaign.counters.add(at, 'call_initialized', 1);
  campaign.counters.add(at, 'call_inprogress', 1);
}

export function recordCallEnd(dial: Dial, call: number, scripted: ScriptedCall, now: number): void {
  const { campaign, numberIndex, attempt } = dial;
  const { result, digit, recordingUrl } = scripted;
  campaign.calls.add({ call, numberIndex, result, startedAt: dial.at, endedAt: now, digit, recordingUrl });
  campaign.live -= 1;
  campaign.counters.add(now, attempt === 1 ? 'in-progress' : 'retrying', -1);
  campaign.counters.add(now, 'call_inprogress', -1);
  campaign.counters.add(now, result === 'completed' ? 'call_completed' : 'call_failed', 1);
}

export function recordWaiting(campaign: Campaign, numberIndex: number, now: number): void {
  campaign.states[numberIndex] = NUMBER_STATE.waiting;
  campaign.counters.add(now, 'retry', 1);
}

export function recordDone(campaign: Campaign, numberIndex: number, now: number): void {
  campaign.states[numberIndex] = NUMBER_STATE.done;
  campaign.finished += 1;
  campaign.counters.add(now, finalKey(campaign, numberIndex), 1);
}

/** Ends all numbers that were never tried or waited for a retry. Answers those that had been tried. */
export function recordAbandoned(campaign: Campaign, now: number): readonly number[] {
  const tried: number[] = [];
  for (const [numberIndex, state] of campaign.states.entries()) {
    if (state === NUMBER_STATE.fresh) {
      campaign.states[numberIndex] = NUMBER_STATE.notAttempted;
      campaign.finished += 1;
      if (campaign.startedAt !== null) campaign.counters.add(now, 'created', -1);
      campaign.counters.add(now, 'failed-no-attempt', 1);
    } else if (state === NUMBER_STATE.waiting) {
      campaign.counters.add(now, 'retry', -1);
      recordDone(campaign, numberIndex, now);
      tried.push(numberIndex);
    }
  }
  return tried;
}

function finalKey(campaign: Campaign, numberIndex: number): CounterKey {
  const result = campaign.lastResults[numberIndex];
  if (result === 'completed' || result === 'invalid') return result;
  return result === 'dnd' ? 'failed-dnd' : 'failed';
}
