import type { Account } from './account.ts';
import { NUMBER_STATE } from './campaign.ts';
import type { Campaign } from './campaign.ts';
import { callSid } from './ids.ts';
import { isOutsideWindow, toIst } from './ist-time.ts';
import type { Ledger } from './ledger.ts';
import { viewListSummary, viewLists, viewUploads } from './lists/list-views.ts';
import type { CallResult } from './outcome-script.ts';
import { viewMessageSummary, viewMessages } from './sms/message-views.ts';
import { speak } from './speak.ts';

export type Outcome = 'completed' | 'no_answer' | 'busy' | 'failed' | 'dnd' | 'invalid' | 'not_attempted' | 'pending';

export const LEDGER_PARTS = ['creates', 'dials', 'requests', 'callbacks', 'lists', 'uploads', 'messages'] as const;

/** What the ledger is asked for, part by part: a million dials are not written to read a few creates. */
export const LEDGER_VIEWS = {
  creates: viewCreates,
  dials: viewDials,
  requests: ({ ledger }: Account) => ledger.requests,
  callbacks: ({ ledger }: Account) => ledger.deliveries.map((delivery) => ({ ...delivery, at: toIst(delivery.at) })),
  lists: viewLists,
  uploads: viewUploads,
  messages: viewMessages,
} satisfies Record<(typeof LEDGER_PARTS)[number], (account: Account) => unknown>;

/** All of it, in order; virtual instants in RFC 3339, real ones in milliseconds. */
export function viewLedger(account: Account) {
  return {
    creates: LEDGER_VIEWS.creates(account),
    dials: LEDGER_VIEWS.dials(account),
    requests: LEDGER_VIEWS.requests(account),
    callbacks: LEDGER_VIEWS.callbacks(account),
    lists: LEDGER_VIEWS.lists(account),
    uploads: LEDGER_VIEWS.uploads(account),
    messages: LEDGER_VIEWS.messages(account),
  };
}

function viewCreates({ ledger }: Account) {
  return ledger.campaigns.map(({ id, spec, createdAt, createdAtReal, status }) => ({
    name: spec.name,
    sid: id,
    at: toIst(createdAt),
    atReal: createdAtReal,
    status,
    numbers: spec.numbers.length,
    lists: spec.audience.kind === 'lists' ? spec.audience.lists : null,
    type: spec.audience.kind === 'lists' ? spec.audience.type : 'static',
    callerId: spec.callerId,
    sendAt: toIst(spec.sendAt),
    endAt: toIst(spec.endAt),
    statusCallback: spec.statusCallback,
    callStatusCallback: spec.callStatusCallback,
    callScheduleCallback: spec.callScheduleCallback,
  }));
}

/** `spoken` is there where every contact hears a text of its own. */
function viewDials({ ledger, seed }: Account) {
  return ledger.dials.map(({ campaign, numberIndex, at, attempt, result, call }) => {
    const { flow, audience, numbers } = campaign.spec;
    const isPersonal = flow.kind !== 'url' && audience.kind === 'lists' && audience.type === 'dynamic';
    return {
      sid: campaign.id,
      number: numbers[numberIndex],
      at: toIst(at),
      attempt,
      result,
      callSid: call === null ? null : callSid(seed, campaign.ordinal, call, at),
      outsideWindow: isOutsideWindow(at),
      ...(isPersonal ? { spoken: speak(flow.text, audience, numberIndex) } : {}),
    };
  });
}

/** Where every number of every campaign that was not deleted stands. With two campaigns the one that dialled more speaks. */
export function viewOutcomes(ledger: Ledger): Record<string, { sid: string; outcome: Outcome; attempts: number }> {
  const outcomes: Record<string, { sid: string; outcome: Outcome; attempts: number }> = {};
  for (const campaign of kept(ledger)) {
    for (const [numberIndex, number] of campaign.spec.numbers.entries()) {
      const attempts = campaign.attempts[numberIndex] ?? 0;
      const known = outcomes[number];
      if (known !== undefined && known.attempts >= attempts) continue;
      outcomes[number] = { sid: campaign.id, outcome: outcomeOf(campaign, numberIndex), attempts };
    }
  }
  return outcomes;
}

/** The judgement: what was made, what was called, and every number that was in two campaigns or called by two. */
export function viewSummary(account: Account) {
  const { ledger } = account;
  const lists = viewListSummary(account);
  const messages = viewMessageSummary(ledger);
  const created = new Map<string, number>();
  for (const { spec } of kept(ledger)) {
    for (const number of new Set(spec.numbers)) created.set(number, (created.get(number) ?? 0) + 1);
  }
  const diallers = new Map<string, Set<Campaign>>();
  let outsideWindow = 0;
  for (const { campaign, numberIndex, at } of ledger.dials) {
    const number = campaign.spec.numbers[numberIndex] ?? '';
    diallers.set(number, (diallers.get(number) ?? new Set()).add(campaign));
    if (isOutsideWindow(at)) outsideWindow += 1;
  }
  const histogram: Record<Outcome, number> = {
    completed: 0,
    no_answer: 0,
    busy: 0,
    failed: 0,
    dnd: 0,
    invalid: 0,
    not_attempted: 0,
    pending: 0,
  };
  for (const { outcome } of Object.values(viewOutcomes(ledger))) histogram[outcome] += 1;
  return {
    counts: {
      campaigns: ledger.campaigns.length,
      deletedCampaigns: ledger.campaigns.length - kept(ledger).length,
      numbers: created.size,
      numbersDialled: diallers.size,
      dials: ledger.dials.length,
      dialsOutsideWindow: outsideWindow,
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
    numbersInSeveralCampaigns: [...created].filter(([, count]) => count > 1).map(([number]) => number),
    numbersDialledBySeveralCampaigns: [...diallers].filter(([, by]) => by.size > 1).map(([number]) => number),
    outcomes: histogram,
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

function kept(ledger: Ledger): readonly Campaign[] {
  return ledger.campaigns.filter(({ status }) => status !== 'deleted');
}

const WORDS: Readonly<Record<CallResult, Outcome>> = {
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no_answer',
  failed: 'failed',
  dnd: 'dnd',
  invalid: 'invalid',
};

function outcomeOf(campaign: Campaign, numberIndex: number): Outcome {
  const state = campaign.states[numberIndex];
  if (state === NUMBER_STATE.notAttempted) return 'not_attempted';
  const result = campaign.lastResults[numberIndex];
  return state === NUMBER_STATE.done && result !== undefined ? WORDS[result] : 'pending';
}
