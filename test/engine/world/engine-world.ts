import { DEFAULT_REQUESTS_PER_MINUTE, EXOTEL_TIMEOUT_SECONDS } from '../../../shared/limits.ts';
import { templateRules } from '../../../shared/plan/plan-template.ts';
import { campaignApi } from '../../../worker/exotel/campaign-api.ts';
import { createExotelClient, type ExoPhoneClient, type ExotelClient } from '../../../worker/exotel/client.ts';
import { newCampaignRow } from '../../../worker/import/outbox/campaign-row.ts';
import { driveImport } from '../../../worker/import/engine/run-engine.ts';
import { newListRow } from '../../../worker/import/outbox/list-record.ts';
import { newImportRecord } from '../../../worker/import/record/import-record.ts';
import { decideCampaign, steerImport } from '../../../worker/import/intake/launch-import.ts';
import { nameOf } from '../../../worker/import/record/plan-import.ts';
import { startExotel, type Exotel, type ExotelOptions } from '../../exotel/start-exotel.ts';
import { createMemoryBook } from './memory-session.ts';
import { createMemoryCampaigns } from './memory-campaigns.ts';
import { createMemoryMinutes } from './memory-minutes.ts';
import { createMemoryLists } from './memory-lists.ts';
import { planSmall } from './plan-small.ts';
import { checkOf, templateOf, type Way } from './world-template.ts';
import { createSimulatedAccount, type SimulatedAccount } from './simulated-account.ts';
import type { Decision, ImportState } from '../../../shared/protocol/import.ts';
import type { EngineDeps } from '../../../worker/import/engine/engine-ports.ts';
import type { CampaignRow } from '../../../worker/import/outbox/campaign-row.ts';
import type { TargetState } from '../../../worker/import/outbox/next-step.ts';

/** A Monday morning at ten in India. Long past, so that nothing here depends on today. */
const STARTS_AT = Date.parse('2026-01-05T10:00:00+05:30');
const ROUND_TRIP_MS = 200;
const ACCOUNT = {
  window: { openMinute: 9 * 60, closeMinute: 21 * 60 },
  timeZone: 'Asia/Kolkata',
  callsPerMinute: 60,
  messagesPerMinute: 30,
};
/** The process that ran the engine is gone; what it stored is not. */
export class ProcessDied extends Error {}

const RESTART_MS = 3_000;
/** Far more steps than any of these imports needs; an engine that takes more repeats itself without end. */
const MOST_ROUNDS = 2_000;

export interface WorldOptions {
  /** Inline unless given. */
  readonly way?: Way;
  /** How many lists a campaign has if all people hear the same; two unless given. */
  readonly lists?: number;
  readonly campaigns: number;
  readonly contactsEach: number;
  readonly exotel?: ExotelOptions;
  /** An account whose turns the import shares with others; otherwise it has its own. */
  readonly account?: (time: SimulatedTime) => SimulatedAccount;
  /** Wraps the client between the engine and the stand-in. */
  readonly wire?: (client: ExotelClient, time: SimulatedTime) => ExotelClient;
  /** The same for the API that tells the account's numbers. */
  readonly phonesWire?: (phones: ExoPhoneClient) => ExoPhoneClient;
  /** Between the engine and everything it touches. */
  readonly around?: (deps: EngineDeps) => EngineDeps;
}

export interface SimulatedTime {
  readonly now: () => number;
  readonly pass: (ms: number) => void;
}

export interface EngineWorld {
  readonly exotel: Exotel;
  readonly time: SimulatedTime;
  readonly rows: () => readonly CampaignRow[];
  readonly state: () => ImportState;
  readonly needsPerson: () => boolean;
  /** The codes of what the import tells a person now. */
  readonly told: () => readonly string[];
  /** The result of each of the engine's requests, in order: `ok`, or the code of the failure. */
  readonly heard: readonly string[];
  /** When a stopped import was first unable to make any more calls. */
  readonly stoppedAt: () => number | null;
  readonly steer: (target: TargetState) => void;
  /** A person decides about every campaign that waits for it. */
  readonly decideWaiting: (decision: Decision) => void;
  /** Runs the engine until `done`, at most to `by`; the clock jumps to what is due next. Answers whether it is done. */
  readonly runUntil: (done: () => boolean, by?: number) => Promise<boolean>;
  /** Runs until nothing is left to do, including the deletion of lists that nobody needs. */
  readonly runToTheEnd: () => Promise<unknown>;
  /** The people of a campaign, as E.164 numbers. */
  readonly numbersOf: (row: CampaignRow) => readonly string[];
  /** The outcome of each E.164 number, as the campaigns count them. */
  readonly outcomes: () => Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** A launched import, its engine and a stand-in, all on one simulated clock, so that nothing waits for real time. */
export async function createEngineWorld(options: WorldOptions): Promise<EngineWorld> {
  let now = STARTS_AT;
  const time = { now: () => now, pass: (ms: number) => void (now += ms) };
  const settings = { messagesPerMinute: ACCOUNT.messagesPerMinute, ...options.exotel?.settings };
  const exotel = await startExotel({
    ...options.exotel,
    settings,
    startAt: now,
    speed: 1,
    real: { now: () => Math.floor(now) },
  });
  // There is no receiver for callbacks, so everything is read from Exotel, which is the harder way.
  exotel.control.setCallbackFaults({ lose: 1 });
  const session = createMemoryBook(time.now);
  const heard: string[] = [];
  let stoppedAt: number | null = null;
  const contacts = options.campaigns * options.contactsEach;
  const all = Float64Array.from({ length: contacts }, (_, index) => 919_800_000_000 + index * 7_919);
  const { way = 'inline' } = options;
  const template = templateOf(way);
  const api = campaignApi(template.channel);
  const check = checkOf(template, contacts);
  const numbers: EngineDeps['numbers'] = (row) => all.subarray(row.firstContact, row.firstContact + row.contacts);
  const campaigns = createMemoryCampaigns(template, numbers, time.now);

  const opened = newImportRecord(
    {
      id: 'k3v9x2a7',
      name: 'Diwali leads',
      createdBy: 'asha',
      template,
      fileName: 'leads.csv',
      fileBytes: 1,
      callbackBase: 'http://localhost',
    },
    { incarnation: 'm4q8z2rt6w', now, expiresAt: null },
  );
  const rules = templateRules(template, ACCOUNT);
  if (!rules.ok) throw new Error(rules.error.code);
  session.put({ ...opened, check, launchedAt: now, launchedBy: 'asha' });
  const isShared = check.variables.length === 0;
  const listsEach = way === 'inline' ? 0 : isShared ? (options.lists ?? 2) : 1;
  const planned = planSmall(rules.value, { ...options, listsEach, now });
  const minutes = createMemoryMinutes(planned.map((slot) => ({ seq: slot.seq, slot })));
  for (const { doneAt: _doneAt, pace: _pace, ...each } of planned) {
    const lists = each.lists.map((range) => newListRow(opened, range, isShared));
    const name = nameOf(opened, each.seq, options.campaigns);
    session.putRow(newCampaignRow({ ...each, name, lists, deletable: api.deletes }));
  }

  const numbersOf = (row: CampaignRow) => Array.from(numbers(row), (number) => `+${number}`);

  function record() {
    return session.record() ?? opened;
  }

  const plain = createExotelClient({
    baseUrl: exotel.url,
    accountSid: 'dialsheet-demo',
    apiKey: 'demo-key',
    apiToken: 'demo-token',
    timeoutMs: EXOTEL_TIMEOUT_SECONDS * 1000,
    ...exotel.atOnce,
  });
  const timed: ExotelClient = {
    request: async (method, path, body) => {
      const exchange = await plain.request(method, path, body);
      const { result } = exchange;
      heard.push(result.ok ? 'ok' : result.error.code);
      const timedOut = !result.ok && result.error.code === 'in_doubt' && result.error.reason === 'timeout';
      time.pass(timedOut ? EXOTEL_TIMEOUT_SECONDS * 1000 : ROUND_TRIP_MS);
      return exchange;
    },
  };
  const phones: ExoPhoneClient = {
    exoPhones: async () => {
      time.pass(ROUND_TRIP_MS);
      return plain.exoPhones();
    },
  };
  const deps: EngineDeps = {
    ...campaigns,
    minutes,
    ...(options.account?.(time) ?? createSimulatedAccount(DEFAULT_REQUESTS_PER_MINUTE, time.now)).peerOf(opened.id),
    rules: { timeoutMs: EXOTEL_TIMEOUT_SECONDS * 1000 },
    account: ACCOUNT,
    client: options.wire?.(timed, time) ?? timed,
    phones: options.phonesWire?.(phones) ?? phones,
    api,
    now: time.now,
    record,
    updateRecord: (change) => void session.put({ ...record(), ...change }),
    rows: () => session.rows(),
    row: (seq) => {
      const row = session.row(seq);
      if (row === undefined) throw new Error(`No campaign ${seq}`);
      return row;
    },
    putRow: (row) => {
      session.putRow(row);
      if (stoppedAt === null && session.state(record()) === 'stopped') stoppedAt = now;
    },
    sync: () => Promise.resolve(),
    numbers,
    learnHours: () => Promise.resolve(),
    suppressed: () => Promise.resolve(new Float64Array()),
    lists: createMemoryLists(numbers, check.variables),
    callbackUrls: (seq) => {
      const url = `http://localhost/callbacks/k3v9x2a7/${seq}`;
      return Promise.resolve({
        call: `${url}/call`,
        schedule: `${url}/schedule`,
        message: `${url}/message`,
        campaign: `${url}/campaign`,
      });
    },
  };

  const around = options.around?.(deps) ?? deps;

  async function run(done: () => boolean, by = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS && !done(); round += 1) {
      const next = await driveImport(around).catch((cause: unknown) => {
        if (cause instanceof ProcessDied) return now + RESTART_MS;
        throw cause;
      });
      if (next === null) break;
      now = Math.max(now, now < by ? Math.min(next, by) : next);
    }
    return done();
  }

  return {
    exotel,
    time,
    rows: () => session.rows(),
    state: () => session.state(record()),
    heard,
    stoppedAt: () => stoppedAt,
    told: () => session.view(record()).attention.map(({ code }) => code),
    needsPerson: () => session.state(record()) === 'needs_attention',
    steer: (target) => {
      const steered = steerImport(session, target);
      if (!steered.ok) throw new Error(steered.error.code);
    },
    decideWaiting: (decision) => {
      for (const { seq, state } of session.rows()) {
        if (state === 'refused') decideCampaign(session, seq, { decision });
      }
    },
    runUntil: run,
    runToTheEnd: () => run(() => false),
    numbersOf,
    outcomes: () =>
      Object.fromEntries(
        session.rows().flatMap((row) => numbersOf(row).map((number, at) => [number, campaigns.outcomeOf(row.seq, at)])),
      ),
    close: exotel.close,
  };
}
