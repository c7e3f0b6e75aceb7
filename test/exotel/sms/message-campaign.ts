import type { ListAudience } from '../campaigns/check-audience.ts';
import type { CampaignStatus } from '../campaigns/campaign-status.ts';
import { createCounters } from '../dialler/counters.ts';
import type { Counters } from '../dialler/counters.ts';
import type { MessageResult } from '../dialler/outcome-script.ts';

/** A create that passed every check. Instants in virtual milliseconds. */
export type MessageSpec = {
  readonly name: string;
  readonly audience: ListAudience;
  readonly numbers: readonly string[];
  readonly startAt: number;
  readonly endAt: number;
  /** How far the creating client's clock is behind ours; 0 unless the campaign uses that clock. */
  readonly aheadMs: number;
  readonly dltEntityId: string;
  readonly dltTemplateId: string;
  readonly senderId: string;
  readonly smsType: 'transactional' | 'promotional';
  readonly template: string;
  readonly statusCallback: string | null;
  readonly smsStatusCallback: string | null;
};

/** The keys of `stats`, in the order of Exotel's sample. */
export const MESSAGE_STAT_KEYS = [
  'scheduled',
  'submitted',
  'failed',
  'failed-dnd',
  'invalid',
  'failed-no-attempt',
  'sent',
  'failed-expired',
  'failed-no-balance',
] as const;
export type MessageStat = (typeof MESSAGE_STAT_KEYS)[number];

const NO_MESSAGES: Readonly<Record<MessageStat, number>> = {
  scheduled: 0,
  submitted: 0,
  failed: 0,
  'failed-dnd': 0,
  invalid: 0,
  'failed-no-attempt': 0,
  sent: 0,
  'failed-expired': 0,
  'failed-no-balance': 0,
};

/** The key under which each result of a message is counted. */
export const STAT_OF: Readonly<Record<MessageResult, MessageStat>> = {
  sent: 'sent',
  failed: 'failed',
  failed_dnd: 'failed-dnd',
  invalid: 'invalid',
  failed_spam_detected: 'failed',
  failed_expired: 'failed-expired',
  failed_no_balance: 'failed-no-balance',
};

/**
 * A message campaign and its progress. Messages are sent in the order of the numbers. `created` is shown as scheduled.
 */
export type MessageCampaign = {
  readonly ordinal: number;
  readonly sid: string;
  readonly createdAt: number;
  readonly createdAtReal: number;
  spec: MessageSpec;
  status: CampaignStatus;
  updatedAt: number;
  startedAt: number | null;
  /** Counts changes of the schedule, so that an alarm for an older one is ignored. */
  scheduleVersion: number;
  /** When each message was sent, by place; only those already sent. */
  readonly sentAt: number[];
  /** The result of each message, by place; `undefined` while it is on its way. */
  readonly results: (MessageResult | undefined)[];
  onTheirWay: number;
  inRing: boolean;
  readonly counters: Counters<MessageStat>;
};

type Birth = Pick<MessageCampaign, 'ordinal' | 'sid' | 'createdAt' | 'createdAtReal' | 'spec'>;

export function createMessageCampaign(birth: Birth, lagMs: () => number): MessageCampaign {
  return {
    ...birth,
    status: 'created',
    updatedAt: birth.createdAt,
    startedAt: null,
    scheduleVersion: 0,
    sentAt: [],
    results: [],
    onTheirWay: 0,
    inRing: false,
    counters: createCounters(NO_MESSAGES, lagMs),
  };
}

/** The time between sending a message and its report; our own value. */
export const REPORT_AFTER_MS = 2_000;
