import { NUMBER_STATE } from '../campaigns/campaign.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Ledger } from '../control/ledger.ts';
import type { CallResult } from './outcome-script.ts';

type Outcome = 'completed' | 'no_answer' | 'busy' | 'failed' | 'dnd' | 'invalid' | 'not_attempted' | 'pending';
type Standing = { readonly sid: string; readonly outcome: Outcome; readonly attempts: number };

/**
 * The state of every number of every campaign not deleted. For a number in two, the campaign that dialled more counts.
 */
export function viewOutcomes(ledger: Ledger): Record<string, Standing> {
  return Object.fromEntries(standings(ledger, () => true));
}

/** How many numbers have which outcome; `repeated` numbers are in more than one campaign, or several times in one. */
export function countOutcomes(ledger: Ledger, repeated: ReadonlySet<string>): Record<Outcome, number> {
  const counts: Record<Outcome, number> = {
    completed: 0,
    no_answer: 0,
    busy: 0,
    failed: 0,
    dnd: 0,
    invalid: 0,
    not_attempted: 0,
    pending: 0,
  };
  for (const campaign of keptCampaigns(ledger)) {
    for (const [place, number] of campaign.spec.numbers.entries()) {
      if (!repeated.has(number)) counts[outcomeOf(campaign, place)] += 1;
    }
  }
  for (const { outcome } of standings(ledger, (number) => repeated.has(number)).values()) counts[outcome] += 1;
  return counts;
}

export function keptCampaigns(ledger: Ledger): readonly Campaign[] {
  return ledger.campaigns.filter(({ status }) => status !== 'deleted');
}

function standings(ledger: Ledger, isWanted: (number: string) => boolean): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const campaign of keptCampaigns(ledger)) {
    for (const [place, number] of campaign.spec.numbers.entries()) {
      if (!isWanted(number)) continue;
      const attempts = campaign.attempts[place] ?? 0;
      const known = found.get(number);
      if (known !== undefined && known.attempts >= attempts) continue;
      found.set(number, { sid: campaign.id, outcome: outcomeOf(campaign, place), attempts });
    }
  }
  return found;
}

const WORDS: Readonly<Record<CallResult, Outcome>> = {
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no_answer',
  failed: 'failed',
  dnd: 'dnd',
  invalid: 'invalid',
};

function outcomeOf(campaign: Campaign, place: number): Outcome {
  const state = campaign.states[place];
  if (state === NUMBER_STATE.notAttempted) return 'not_attempted';
  const result = campaign.lastResults[place];
  return state === NUMBER_STATE.done && result !== undefined ? WORDS[result] : 'pending';
}
