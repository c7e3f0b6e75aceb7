import { createAccount } from './account.ts';
import type { Account, Identity } from './account.ts';
import { createCallbackSender } from './callback-sender.ts';
import type { CallbackSender } from './callback-sender.ts';
import { createFaultBook } from './faults.ts';
import type { FaultBook } from './faults.ts';
import { createLedger } from './ledger.ts';
import type { ScriptChange } from './outcome-script.ts';
import type { Poster } from './post-callback.ts';
import { createRateLimit } from './rate-limit.ts';
import type { RateLimit } from './rate-limit.ts';
import { createReplays } from './replays.ts';
import type { Replays } from './replays.ts';
import { applySettings, defaultSettings } from './settings.ts';
import type { SettingsChange } from './settings.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** All that a reset throws away and makes anew. */
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

/** The earliest `send_at` of a campaign that waits for it. */
export function nextStartAt({ account }: World): number | null {
  let earliest: number | null = null;
  for (const { status, spec } of account.ledger.campaigns) {
    if (status === 'created' && (earliest === null || spec.sendAt < earliest)) earliest = spec.sendAt;
  }
  return earliest;
}
