import { createAccount } from './account.ts';
import type { Account, Identity } from './account.ts';
import { createCallbackSender } from './callbacks/callback-sender.ts';
import type { CallbackSender } from './callbacks/callback-sender.ts';
import type { CampaignStatus } from './campaigns/campaign-status.ts';
import { createFaultBook } from './faults/faults.ts';
import type { FaultBook } from './faults/faults.ts';
import { createLedger } from './control/ledger.ts';
import type { ScriptChange } from './dialler/outcome-script.ts';
import type { Poster } from './callbacks/post-callback.ts';
import { createRateLimit } from './http/rate-limit.ts';
import type { RateLimit } from './http/rate-limit.ts';
import { createReplays } from './faults/replays.ts';
import type { Replays } from './faults/replays.ts';
import { applySettings, defaultSettings } from './control/settings.ts';
import type { SettingsChange } from './control/settings.ts';
import type { VirtualClock } from './dialler/virtual-clock.ts';

/** Everything that a reset discards and creates anew. */
export type World = {
  readonly account: Account;
  readonly sender: CallbackSender;
  readonly faults: FaultBook;
  readonly rateLimit: RateLimit;
  readonly replays: Replays;
};

export type WorldStart = {
  readonly identity: Identity;
  readonly seed: number;
  readonly script: ScriptChange;
  readonly settings: SettingsChange;
};

type Shared = { readonly poster: Poster; readonly clock: VirtualClock; readonly onChange: () => void };

export function createWorld({ identity, seed, script, settings: change }: WorldStart, shared: Shared): World {
  const ledger = createLedger();
  const settings = defaultSettings();
  applySettings(settings, change);
  const sender = createCallbackSender({ ...shared, ledger, seed });
  const account = createAccount({ identity, settings, seed, script, ledger, sender });
  return { account, sender, faults: createFaultBook(seed), rateLimit: createRateLimit(), replays: createReplays() };
}

/** The earliest start of a waiting campaign of either channel. */
export function nextStartAt({ account: { ledger } }: World): number | null {
  const voice = ledger.campaigns.filter(isWaiting).map(({ spec }) => spec.sendAt);
  const messages = ledger.messageCampaigns.filter(isWaiting).map(({ spec }) => spec.startAt);
  return [...voice, ...messages].reduce<number | null>(
    (first, at) => (first === null || at < first ? at : first),
    null,
  );
}

function isWaiting({ status }: { readonly status: CampaignStatus }): boolean {
  return status === 'created';
}
