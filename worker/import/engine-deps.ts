import { callbackUrl } from '../callbacks/callback-mac.ts';
import { campaignApi } from '../exotel/campaign-api.ts';
import { createExotelClient } from '../exotel/client.ts';
import { accountRules } from './record/import-settings.ts';
import { besideOthers } from './record/plan-import.ts';
import { contactNumbers } from './record/stored-numbers.ts';
import { ImportEnded } from './record/import-ended.ts';
import { claimOf, launchOf } from './intake/claim-people.ts';
import { createListPeers } from './list-peers.ts';
import { packNumbers } from '../../shared/people/packed-numbers.ts';
import { purposeOf } from '../../shared/people/purpose.ts';
import { optOutsOf } from '../people/opt-outs.ts';
import type { PeopleObject } from '../people/people-object.ts';
import type { AccountObject } from '../account/account-object.ts';
import type { CampaignObject } from '../campaign/campaign-object.ts';
import type { CallbackKind } from '../callbacks/read-callback.ts';
import type { Config } from '../config.ts';
import type { Env } from '../env.ts';
import type { ContactRange } from '../../shared/plan/plan-campaigns.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';
import type { EngineDeps } from './engine/engine-ports.ts';
import type { ImportSession } from './record/import-session.ts';
import type { ImportRecord } from './record/import-record.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import type { ImportStore } from './record/import-store.ts';

const NEVER_RETRIED = { count: 0, on: [] } as const;

/** The engine's view of the real world: this object's storage, its peers, Exotel. */
export function createEngineDeps(world: {
  readonly env: Env;
  readonly config: Config;
  readonly store: ImportStore;
  readonly campaign: (seq: number) => DurableObjectStub<CampaignObject>;
  readonly account: DurableObjectStub<AccountObject>;
  readonly people: DurableObjectStub<PeopleObject>;
  readonly session: ImportSession;
  readonly afterStep: () => Promise<void>;
  readonly sync: () => Promise<void>;
}): EngineDeps {
  const { config, store, session, campaign, account } = world;

  function record(): ImportRecord {
    const current = session.record();
    if (current === null) throw new ImportEnded();
    return current;
  }

  function row(seq: number): CampaignRow {
    record();
    const found = session.row(seq);
    if (found === undefined) throw new Error(`No campaign ${seq}`);
    return found;
  }

  function numbers({ firstContact, contacts }: ContactRange): Float64Array {
    return contactNumbers(store, record().check?.generation ?? 0, firstContact, contacts);
  }

  const client = createExotelClient({
    baseUrl: config.EXOTEL_BASE_URL,
    accountSid: config.EXOTEL_ACCOUNT_SID,
    apiKey: config.EXOTEL_API_KEY,
    apiToken: config.EXOTEL_API_TOKEN,
    timeoutMs: config.EXOTEL_TIMEOUT_SECONDS * 1000,
    fetch: (input, init) => fetch(input, init),
  });

  return {
    rules: { timeoutMs: config.EXOTEL_TIMEOUT_SECONDS * 1000 },
    get account() {
      return accountRules(config, record().calendar);
    },
    client,
    phones: client,
    get api() {
      return campaignApi(record().template.channel);
    },
    now: () => Date.now(),
    record,
    updateRecord: (change) => {
      session.put({ ...record(), ...change });
    },
    rows: () => session.rows(),
    row,
    putRow: (next) => session.putRow(next),
    sync: world.sync,
    takeTurn: (priority) => account.takeTurn(lifeOf(record()), priority),
    endTurn: async (leaseId, end) => {
      await account.endTurn(leaseId, end);
      await world.afterStep();
    },
    numbers,
    openCampaign: async (each) => {
      const { id, incarnation, template, origin, test } = record();
      // A followed campaign was opened when it was adopted, with its own people.
      if (origin.kind === 'campaign') return;
      const { count, on } = template.channel === 'voice' ? template.retries : NEVER_RETRIED;
      const { seq } = each;
      await campaign(seq).open(
        { importId: id, incarnation, seq, retryCount: count, retryOn: on, country: config.DEFAULT_COUNTRY, test },
        numbers(each),
      );
    },
    minutes: {
      promise: async (seq, rules, wish) => {
        const { template } = record();
        const asked = { ...wish, ...besideOthers(record()) };
        return account.promiseSlot({ life: lifeOf(record()), seq }, template.channel, rules, asked);
      },
      release: async (seq) => account.releaseMinutes({ life: lifeOf(record()), seq }),
    },
    lists: createListPeers({ store, config, account, record, numbers }),
    fillCampaign: async (seq, calls) => {
      const { template, id, name } = record();
      const optOuts = optOutsOf(template, calls, config.DEFAULT_COUNTRY);
      if (optOuts.length > 0) await world.people.optOut(optOuts, { id, name });
      return campaign(seq).fill(calls);
    },
    countAs: (seq, refused, as) => campaign(seq).refuse(refused, as),
    learnHours: async () => {
      const calendar = await world.people.calendar();
      session.put({ ...record(), calendar });
    },
    suppressed: async (range) => {
      const { template, origin } = record();
      if (origin.kind === 'campaign') return new Float64Array();
      const use = { channel: template.channel, group: purposeOf(template) };
      const packed = packNumbers(numbers(range).sort());
      const { suppressed, calendar, isClaimed } = await world.people.leaving(lifeOf(record()), packed, use);
      if (!isClaimed && !record().test) {
        const { launchedBy, createdBy } = record();
        await world.people.renew(launchOf(store, record(), session.rows(), launchedBy ?? createdBy));
      }
      session.put({ ...record(), calendar });
      return suppressed;
    },
    closeCampaign: async (seq, uncalled) => {
      const totals = await campaign(seq).close(uncalled);
      const calls = await campaign(seq).callsMade();
      if (calls === null) return totals;
      const { origin, createdBy } = record();
      // If an earlier version began to follow the campaign, it may not be in the ledger yet.
      if (origin.kind === 'campaign') await world.people.follow(claimOf(record(), createdBy), new Uint8Array());
      await world.people.settle(lifeOf(record()), seq, calls);
      return totals;
    },
    callbackUrls: async (seq) => {
      const { id: importId, incarnation, callbackBase } = record();
      const url = (kind: CallbackKind) =>
        callbackUrl(config.PUBLIC_URL || callbackBase, config.CALLBACK_SECRET, { importId, incarnation, seq, kind });
      return {
        call: await url('call'),
        schedule: await url('schedule'),
        message: await url('message'),
        campaign: await url('campaign'),
      };
    },
  };
}
