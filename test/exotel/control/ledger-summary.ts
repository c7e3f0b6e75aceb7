import type { Account } from '../account.ts';
import { countOutcomes, keptCampaigns } from '../dialler/call-outcomes.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { isOutsideWindow } from '../campaigns/ist-time.ts';
import type { Ledger } from './ledger.ts';
import { viewListSummary } from '../lists/list-views.ts';
import { viewMessageSummary } from '../sms/message-views.ts';

/** What tests judge by: what was made, what was called, and every number that two campaigns held or called. */
export function viewSummary(account: Account) {
  const { ledger } = account;
  const lists = viewListSummary(account);
  const messages = viewMessageSummary(ledger);
  const created = findCreated(ledger);
  const dialled = findDialled(ledger);
  return {
    counts: {
      campaigns: ledger.campaigns.length,
      deletedCampaigns: ledger.campaigns.length - keptCampaigns(ledger).length,
      numbers: created.numbers,
      numbersDialled: dialled.numbers,
      dials: ledger.dials.length,
      dialsOutsideWindow: dialled.outsideWindow,
      requests: ledger.requests.length,
      callbackTries: ledger.deliveries.length,
      ...lists.counts,
      ...messages.counts,
    },
    listsUploadedSeveralTimes: lists.listsUploadedSeveralTimes,
    campaignsBeforeTheirLists: lists.campaignsBeforeTheirLists,
    numbersMessagedTwice: messages.numbersMessagedTwice,
    messageOutcomes: messages.outcomes,
    messageCampaigns: messages.campaigns,
    numbersInSeveralCampaigns: [...created.inSeveral],
    numbersDialledBySeveralCampaigns: [...dialled.bySeveral],
    outcomes: countOutcomes(ledger, created.repeated),
    campaigns: ledger.campaigns.map(({ id, spec, status, finished, callsMade }) => ({
      sid: id,
      name: spec.name,
      status,
      numbers: spec.numbers.length,
      finished,
      calls: callsMade,
    })),
  };
}

type Created = {
  readonly numbers: number;
  readonly inSeveral: ReadonlySet<string>;
  /** Numbers in several campaigns, or several times in one. */
  readonly repeated: ReadonlySet<string>;
};

function findCreated(ledger: Ledger): Created {
  const first = new Map<string, Campaign>();
  const inSeveral = new Set<string>();
  const repeated = new Set<string>();
  for (const campaign of keptCampaigns(ledger)) {
    for (const number of campaign.spec.numbers) {
      const known = first.get(number);
      if (known === undefined) first.set(number, campaign);
      else {
        repeated.add(number);
        if (known !== campaign) inSeveral.add(number);
      }
    }
  }
  return { numbers: first.size, inSeveral, repeated };
}

function findDialled({ dials }: Ledger): { numbers: number; bySeveral: ReadonlySet<string>; outsideWindow: number } {
  const first = new Map<string, Campaign>();
  const bySeveral = new Set<string>();
  let outsideWindow = 0;
  for (const { campaign, numberIndex, at } of dials) {
    const number = campaign.spec.numbers[numberIndex] ?? '';
    const known = first.get(number);
    if (known === undefined) first.set(number, campaign);
    else if (known !== campaign) bySeveral.add(number);
    if (isOutsideWindow(at - campaign.spec.aheadMs)) outsideWindow += 1;
  }
  return { numbers: first.size, bySeveral, outsideWindow };
}
