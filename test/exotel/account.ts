import { createAnnouncer } from './callbacks/announcer.ts';
import type { CallbackSender } from './callbacks/callback-sender.ts';
import type { Campaign } from './campaigns/campaign.ts';
import { createDialler } from './dialler/dialler.ts';
import type { Dialler } from './dialler/dialler.ts';
import { joinEngines } from './dialler/engine.ts';
import type { Engine } from './dialler/engine.ts';
import type { Ledger } from './control/ledger.ts';
import { createContactBook } from './lists/contact-book.ts';
import type { ContactBook } from './lists/contact-book.ts';
import { createOutcomeScript } from './dialler/outcome-script.ts';
import type { OutcomeScript, ScriptChange } from './dialler/outcome-script.ts';
import type { Settings } from './control/settings.ts';
import { createMessageAnnouncer } from './sms/message-announcer.ts';
import type { MessageCampaign } from './sms/message-campaign.ts';
import { createMessenger } from './sms/messenger.ts';
import type { Messenger } from './sms/messenger.ts';

/** The account's credentials and its numbers. */
export type Identity = {
  readonly key: string;
  readonly token: string;
  readonly sid: string;
  readonly exophones: readonly string[];
};

/** Everything one account holds between two resets. */
export type Account = {
  readonly identity: Identity;
  readonly settings: Settings;
  readonly seed: number;
  readonly script: OutcomeScript;
  readonly ledger: Ledger;
  readonly dialler: Dialler;
  readonly byId: Map<string, Campaign>;
  readonly book: ContactBook;
  readonly messenger: Messenger;
  readonly messagesBySid: Map<string, MessageCampaign>;
  /** Dials calls and sends messages. */
  readonly engine: Engine;
};

type Parts = {
  readonly identity: Identity;
  readonly settings: Settings;
  readonly seed: number;
  readonly script: ScriptChange;
  readonly ledger: Ledger;
  readonly sender: Pick<CallbackSender, 'send'>;
};

export function createAccount({ identity, settings, seed, script: start, ledger, sender }: Parts): Account {
  const script = createOutcomeScript(seed, start);
  const dialler = createDialler(settings, script, createAnnouncer(ledger, sender, seed));
  const messenger = createMessenger(settings, script, createMessageAnnouncer(sender, settings, seed));
  return {
    identity,
    settings,
    seed,
    script,
    ledger,
    dialler,
    byId: new Map(),
    book: createContactBook(),
    messenger,
    messagesBySid: new Map(),
    engine: joinEngines(dialler, messenger),
  };
}
