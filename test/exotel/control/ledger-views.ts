import type { Account } from '../account.ts';
import { callSid } from '../http/ids.ts';
import { isOutsideWindow, toIst, toToldIst } from '../campaigns/ist-time.ts';
import { viewLists, viewUploads } from '../lists/list-views.ts';
import { viewMessages } from '../sms/message-views.ts';
import { speak } from './speak.ts';

export const LEDGER_PARTS = ['creates', 'dials', 'requests', 'callbacks', 'lists', 'uploads', 'messages'] as const;

/** The parts of the ledger, each read alone, so that reading a few creates does not write out a million dials. */
export const LEDGER_VIEWS = {
  creates: viewCreates,
  dials: viewDials,
  requests: ({ ledger }: Account) => ledger.requests,
  callbacks: ({ ledger }: Account) => ledger.deliveries.map((delivery) => ({ ...delivery, at: toIst(delivery.at) })),
  lists: viewLists,
  uploads: viewUploads,
  messages: viewMessages,
} satisfies Record<(typeof LEDGER_PARTS)[number], (account: Account) => unknown>;

/** The whole ledger, in order; virtual instants in RFC 3339, real ones in milliseconds. */
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
    at: toToldIst(createdAt, spec),
    atReal: createdAtReal,
    status,
    numbers: spec.numbers.length,
    lists: spec.audience.kind === 'lists' ? spec.audience.lists : null,
    type: spec.audience.kind === 'lists' ? spec.audience.type : 'static',
    callerId: spec.callerId,
    sendAt: toToldIst(spec.sendAt, spec),
    endAt: toToldIst(spec.endAt, spec),
    statusCallback: spec.statusCallback,
    callStatusCallback: spec.callStatusCallback,
    callScheduleCallback: spec.callScheduleCallback,
  }));
}

/** `spoken` is included if every contact hears a text of its own. */
function viewDials({ ledger, seed }: Account) {
  return ledger.dials.map(({ campaign, numberIndex, at, attempt, result, call }) => {
    const { flow, audience, numbers } = campaign.spec;
    const isPersonal = flow.kind !== 'url' && audience.kind === 'lists' && audience.type === 'dynamic';
    return {
      sid: campaign.id,
      number: numbers[numberIndex],
      at: toToldIst(at, campaign.spec),
      attempt,
      result,
      callSid: call === null ? null : callSid(seed, campaign.ordinal, call, at),
      outsideWindow: isOutsideWindow(at - campaign.spec.aheadMs),
      ...(isPersonal ? { spoken: speak(flow.text, audience, numberIndex) } : {}),
    };
  });
}
