import { createCallLog } from '../dialler/call-log.ts';
import type { CallLog } from '../dialler/call-log.ts';
import type { CampaignStatus } from './campaign-status.ts';
import { NO_CALLS, createCounters } from '../dialler/counters.ts';
import type { CounterKey, Counters } from '../dialler/counters.ts';
import type { ListType } from '../lists/contact-list.ts';
import type { CallResult } from '../dialler/outcome-script.ts';
import { createRetryQueues } from '../dialler/retry-queues.ts';
import type { RetryQueues } from '../dialler/retry-queues.ts';

type RetryStatus = 'busy' | 'no-answer' | 'failed';

export type Retries = {
  readonly number_of_retries: number;
  readonly interval_mins: number;
  readonly mechanism: 'Linear' | 'Exponential';
  readonly on_status: readonly RetryStatus[];
};

/** Whom a campaign calls, as it was sent. It takes a snapshot of its lists: later uploads do not reach it (a guess). */
export type Audience =
  | { readonly kind: 'from'; readonly from: readonly string[] }
  | {
      readonly kind: 'lists';
      readonly lists: readonly string[];
      readonly type: ListType;
      /** Whether every upload of its lists was done when the campaign was created. */
      readonly wereReady: boolean;
      /** For a dynamic list: its columns, and the row of each number. */
      readonly headers: readonly string[];
      readonly details: readonly string[];
    };

/** A create that passed every check. Instants in virtual milliseconds; `numbers` as dialled. */
export type CampaignSpec = {
  readonly name: string;
  readonly callerId: string;
  readonly audience: Audience;
  readonly numbers: readonly string[];
  readonly flow:
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'ivr' | 'greeting'; readonly text: string; readonly repeatMenu: number };
  readonly retries: Retries | null;
  readonly sendAt: number;
  readonly endAt: number;
  /** How far the creating client's clock is behind ours; 0 unless the campaign uses that clock. */
  readonly aheadMs: number;
  readonly mode: 'auto' | 'custom';
  readonly throttle: number | null;
  readonly callDuplicates: boolean;
  readonly statusCallback: string | null;
  readonly callStatusCallback: string | null;
  readonly callScheduleCallback: string | null;
  readonly customField: string | null;
};

/** The state of one number; `done` and every higher state is final. */
export const NUMBER_STATE = { fresh: 0, live: 1, waiting: 2, done: 3, notAttempted: 4 } as const;

/** A campaign and everything the dialler knows about it. Only the dialler and the lifecycle change it. */
export type Campaign = {
  readonly ordinal: number;
  readonly id: string;
  readonly createdAt: number;
  readonly createdAtReal: number;
  spec: CampaignSpec;
  status: CampaignStatus;
  updatedAt: number;
  startedAt: number | null;
  /** Counts changes of the schedule, so that an alarm for an older one is ignored. */
  scheduleVersion: number;
  /** `end_at` has passed: no new calls begin, and calls in progress finish. */
  closing: boolean;
  states: Uint8Array;
  attempts: Uint8Array;
  lastResults: (CallResult | undefined)[];
  nextFresh: number;
  readonly retries: RetryQueues;
  live: number;
  finished: number;
  callsMade: number;
  throttledUntil: number;
  /** Whether the dialler's ring holds it; if not, the instant at which the dialler looks at it again. */
  inRing: boolean;
  wakeAt: number;
  readonly counters: Counters<CounterKey>;
  readonly calls: CallLog;
};

type Birth = Pick<Campaign, 'ordinal' | 'id' | 'createdAt' | 'createdAtReal' | 'spec'>;

export function createCampaign(birth: Birth, lagMs: () => number): Campaign {
  return {
    ...birth,
    status: 'created',
    updatedAt: birth.createdAt,
    startedAt: null,
    scheduleVersion: 0,
    closing: false,
    ...emptyProgress(birth.spec.numbers.length),
    retries: createRetryQueues(),
    live: 0,
    finished: 0,
    callsMade: 0,
    throttledUntil: 0,
    inRing: false,
    wakeAt: Number.POSITIVE_INFINITY,
    counters: createCounters(NO_CALLS, lagMs),
    calls: createCallLog(),
  };
}

/** Replaces the spec by a changed one; only before the first dial. */
export function replaceSpec(campaign: Campaign, spec: CampaignSpec): void {
  if (campaign.nextFresh > 0) throw new Error('A campaign that has dialled keeps its numbers.');
  const rescheduled = spec.sendAt !== campaign.spec.sendAt || spec.endAt !== campaign.spec.endAt;
  Object.assign(campaign, { spec }, emptyProgress(spec.numbers.length));
  if (rescheduled) campaign.scheduleVersion += 1;
}

function emptyProgress(count: number): Pick<Campaign, 'states' | 'attempts' | 'lastResults' | 'nextFresh'> {
  return { states: new Uint8Array(count), attempts: new Uint8Array(count), lastResults: [], nextFresh: 0 };
}
