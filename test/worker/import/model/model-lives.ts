import { lifeOf, readCampaignToken } from '../../../../shared/campaign/name-token.ts';
import { campaignName } from '../../../../shared/plan/campaign-name.ts';
import { templateRules } from '../../../../shared/plan/plan-template.ts';
import { createOutcomeTracker, type OutcomeTracker } from '../../../../worker/campaign/outcome-tracker.ts';
import { driveImport } from '../../../../worker/import/engine/run-engine.ts';
import { mayErase } from '../../../../worker/import/intake/erase-import.ts';
import { decideCampaign, steerImport } from '../../../../worker/import/intake/launch-import.ts';
import { newCampaignRow, type CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import { ImportEnded } from '../../../../worker/import/record/import-ended.ts';
import { createImportSession, type ImportSession } from '../../../../worker/import/record/import-session.ts';
import { createMemoryMinutes } from '../../../engine/world/memory-minutes.ts';
import { planSmall } from '../../../engine/world/plan-small.ts';
import { createMemoryStore } from './memory-store.ts';
import { modelDeps } from './model-deps.ts';
import { launchedRecord } from './model-plan.ts';
import type { ImportState } from '../../../../shared/protocol/import.ts';
import type { EngineDeps } from '../../../../worker/import/engine/engine-ports.ts';
import type { ModelAccount } from './model-account.ts';

class Crash extends Error {}

export type Press = 'pause' | 'run' | 'stop' | 'delete';

/** One life of an id: whom it calls, and what people press, in this order, at random moments. */
export interface LifePlan {
  readonly campaigns: number;
  readonly contacts: number;
  /** The first of its people; several lives may call the same ones. */
  readonly from: number;
  readonly crashes: number;
  readonly presses: readonly Press[];
}

/** What was observed of one life, to be compared with the ledger. */
export interface Lived {
  readonly life: string;
  readonly plan: LifePlan;
  readonly numbers: readonly number[];
  state: ImportState;
  erasedAt: number | null;
  rows: readonly CampaignRow[];
  readonly outcomeOf: (seq: number, contact: number) => string;
  /** Promises that it broke, noticed while it lived. */
  readonly wrongs: string[];
}

/** The lives of one id, one after another, each begun in the moment the one before it is erased. */
export function startLives(account: ModelAccount, id: string, plans: readonly LifePlan[], lived: Lived[]): void {
  const [plan, ...rest] = plans;
  if (plan === undefined) return;
  const incarnation = `${id}${'abcdefghij'[lived.length]}`;
  const life = lifeOf({ id, incarnation });
  account.turns.start(life, () =>
    live({ account, id, incarnation, life, plan }, lived, () => startLives(account, id, rest, lived)),
  );
}

interface Birth {
  readonly account: ModelAccount;
  readonly id: string;
  readonly incarnation: string;
  readonly life: string;
  readonly plan: LifePlan;
}

async function live(birth: Birth, lived: Lived[], reopen: () => void): Promise<void> {
  const { account, life, plan } = birth;
  const { exotel, chance, now } = account;
  const born = now();
  const store = createMemoryStore(launchedRecord({ id: birth.id, incarnation: birth.incarnation }, born));
  const states = new Map<number, OutcomeTracker>();
  let session = openBook();
  const slots = layOut(session, birth, born);
  store.flush();
  const presses = [...plan.presses];
  let crashes = plan.crashes;
  let quietSince: { readonly word: ImportState; readonly dials: number } | null = null;
  const mine: Lived = {
    life,
    plan,
    numbers: Array.from({ length: plan.campaigns * plan.contacts }, (_, i) => numberOf(plan.from + i)),
    state: 'launching',
    erasedAt: null,
    rows: [],
    outcomeOf: (seq, contact) => stateOf(seq).outcome(contact),
    wrongs: [],
  };
  lived.push(mine);

  function openBook(): ImportSession {
    return createImportSession({ store, account: () => account.rules, now, promised: () => [] });
  }

  function stateOf(seq: number): OutcomeTracker {
    const known = states.get(seq);
    if (known !== undefined) return known;
    const range = { firstContact: (seq - 1) * plan.contacts, contacts: plan.contacts };
    const retry = { count: 0, on: [] };
    const state = createOutcomeTracker({ numbers: numbers(range), retry, chunkSize: 250, readNumber: Number });
    states.set(seq, state);
    return state;
  }

  function numbers({ firstContact, contacts }: { firstContact: number; contacts: number }): Float64Array {
    return Float64Array.from({ length: contacts }, (_, i) => numberOf(plan.from + firstContact + i));
  }

  function dials(): number {
    return exotel.campaigns
      .filter(({ name }) => readCampaignToken(name)?.life === life)
      .reduce((sum, campaign) => sum + exotel.dialledOf(campaign).length, 0);
  }

  /** A life that says it is silent stays silent until something is pressed; an erased one stays silent for ever. */
  function watch(): void {
    const record = session.record();
    const word = record === null ? mine.state : session.state(record);
    mine.state = word;
    if (record !== null) mine.rows = session.rows();
    const count = dials();
    if (quietSince !== null && count > quietSince.dials)
      mine.wrongs.push(`it called ${count - quietSince.dials} after it said ${quietSince.word}`);
    const isQuiet = word === 'stopped' || word === 'paused' || mine.erasedAt !== null;
    quietSince = isQuiet ? (quietSince ?? { word, dials: count }) : null;
  }

  function press(): void {
    const [next] = presses;
    if (next === undefined) return;
    if (next === 'delete') return erase();
    presses.shift();
    watch();
    // A press to run ends the silence that the life reported.
    if (next === 'run') quietSince = null;
    steerImport(session, next);
  }

  /** Deleting a life that may still call is refused, so it is stopped first, as a person would do. */
  function erase(): void {
    const task = mayErase(session);
    if (!task.ok) return void steerImport(session, 'stop');
    presses.shift();
    watch();
    session.clear();
    store.end();
    mine.erasedAt = now();
    watch();
    reopen();
  }

  /** An await of the outside world: meanwhile others run, the process may die, and people press. */
  async function outside(): Promise<void> {
    await account.turns.pass(life, now());
    if (mine.erasedAt === null && crashes > 0 && chance() < 60) {
      crashes -= 1;
      if (chance() < 500) store.loseUnflushed();
      throw new Crash();
    }
    store.flush();
    if (mine.erasedAt === null && chance() < 80) press();
    watch();
  }

  const deps = modelDeps({
    account: account.rules,
    timeoutMs: account.timeoutMs,
    now,
    session: () => session,
    outside,
    request: async (method, path, body) => {
      await outside();
      const exchange = account.ask(life, { method, path, body });
      await outside();
      account.wait(exchange);
      await outside();
      return exchange;
    },
    numbers,
    minutes: createMemoryMinutes(slots),
    stateOf,
    ...turnsOf(account, life, outside),
  });

  for (;;) {
    let next: number | null;
    try {
      next = await driveImport(deps);
    } catch (cause) {
      if (cause instanceof ImportEnded) break;
      if (!(cause instanceof Crash)) throw cause;
      session = openBook();
      next = now() + chance() * 5;
    }
    if (mine.erasedAt !== null) break;
    watch();
    const isOver = mine.state === 'finished' || mine.state === 'stopped';
    if (next === null && isOver && presses.length === 0) break;
    if (mine.state === 'needs_attention') attend(session);
    else if (next === null || mine.state === 'paused') {
      if (presses.length > 0) press();
      else if (mine.state === 'paused') steerImport(session, 'run');
      else if (next === null) throw new Error(`Nothing more is done, in state ${mine.state}`);
      quietSince = mine.state === 'paused' ? null : quietSince;
    }
    store.flush();
    await account.turns.pass(life, Math.max(now() + 1, next ?? now()));
  }
}

function turnsOf(
  { budget }: ModelAccount,
  life: string,
  outside: () => Promise<void>,
): Pick<EngineDeps, 'takeTurn' | 'endTurn'> {
  const peer = budget.peerOf(life);
  return {
    takeTurn: async (priority) => {
      await outside();
      return peer.takeTurn(priority);
    },
    endTurn: async (lease, end) => {
      await peer.endTurn(lease, end);
      await outside();
    },
  };
}

/** Resolves whatever waits for a person, by sending it again. */
function attend(session: ImportSession): void {
  steerImport(session, 'run');
  for (const { seq, state } of session.rows()) {
    if (state === 'refused') decideCampaign(session, seq, { decision: 'send_again' });
  }
}

function layOut(session: ImportSession, { account, life, plan }: Birth, now: number) {
  const template = session.record()?.template;
  const rules = template === undefined ? null : templateRules(template, account.rules);
  if (rules?.ok !== true) throw new Error('No rules');
  const planned = planSmall(rules.value, { campaigns: plan.campaigns, contactsEach: plan.contacts, listsEach: 0, now });
  for (const { seq, firstContact, contacts, sendAt, endAt } of planned) {
    const name = campaignName({ importName: 'Model', life, seq, total: plan.campaigns });
    session.putRow(newCampaignRow({ seq, name, firstContact, contacts, sendAt, endAt, lists: [], deletable: true }));
  }
  return planned.map((slot) => ({ seq: slot.seq, slot }));
}

export function numberOf(person: number): number {
  return 919_810_000_000 + person;
}
