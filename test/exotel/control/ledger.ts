import type { Campaign } from '../campaigns/campaign.ts';
import type { CallResult } from '../dialler/outcome-script.ts';
import type { MessageCampaign } from '../sms/message-campaign.ts';

/** One dial, kept narrow: there may be a million. */
export type Dial = {
  readonly campaign: Campaign;
  readonly numberIndex: number;
  readonly at: number;
  readonly attempt: number;
  readonly result: CallResult;
  /** The call's place in its campaign, or null when a blocked number left no call. */
  readonly call: number | null;
};

export type RequestEntry = {
  /** Real milliseconds since 1970 at arrival. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  /** What was answered, or null when the answer never came or was cut. */
  status: number | null;
  fault: string | null;
};

type DeliveryEntry = {
  readonly at: number;
  readonly path: string;
  readonly kind: string;
  readonly sid: string;
  /** From 1; 0 for a callback lost on purpose, which was never sent. */
  readonly try: number;
  /** The receiver's answer, or what went wrong: `lost`, `timeout`, or the system's error code. */
  readonly status: number | string;
};

/** All that happened since the start or the last reset, in order. Nothing is ever taken out of it. */
export type Ledger = {
  readonly campaigns: Campaign[];
  readonly messageCampaigns: MessageCampaign[];
  readonly dials: Dial[];
  readonly requests: RequestEntry[];
  readonly deliveries: DeliveryEntry[];
};

export function createLedger(): Ledger {
  return { campaigns: [], messageCampaigns: [], dials: [], requests: [], deliveries: [] };
}
