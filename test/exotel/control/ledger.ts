import type { Campaign } from '../campaigns/campaign.ts';
import type { CallResult } from '../dialler/outcome-script.ts';
import type { MessageCampaign } from '../sms/message-campaign.ts';

/** One dial, kept small because there may be a million. */
export type Dial = {
  readonly campaign: Campaign;
  readonly numberIndex: number;
  readonly at: number;
  readonly attempt: number;
  readonly result: CallResult;
  /** The call's place in its campaign, or null if the number is blocked and no call is listed. */
  readonly call: number | null;
};

export type RequestEntry = {
  /** Real milliseconds since 1970 at arrival. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly op: string;
  /** The answered status, or null if no answer was sent or it was cut off. */
  status: number | null;
  fault: string | null;
};

type DeliveryEntry = {
  readonly at: number;
  readonly path: string;
  readonly kind: string;
  readonly sid: string;
  /** Counted from 1; 0 for a callback that was lost on purpose and never sent. */
  readonly try: number;
  /** The receiver's answer, or what went wrong: `lost`, `timeout`, or the system's error code. */
  readonly status: number | string;
};

/** Everything that happened since the start or the last reset, in order. No entry is ever removed. */
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
