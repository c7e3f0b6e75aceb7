import { createOutcomeTracker } from '../../../../worker/campaign/outcome-tracker.ts';
import { createMemoryMinutes } from '../../../engine/world/memory-minutes.ts';
import type { OutcomeTracker } from '../../../../worker/campaign/outcome-tracker.ts';
import { driveImport } from '../../../../worker/import/engine/run-engine.ts';
import { createImportSession } from '../../../../worker/import/record/import-session.ts';
import { decideCampaign, steerImport } from '../../../../worker/import/intake/launch-import.ts';
import { createMemoryStore } from './memory-store.ts';
import { CLOSE_MINUTE, launchedRecord, plannedRow, START } from './model-plan.ts';
import { createModelExotel, FATES, type Fate } from './model-exotel.ts';
import { readForm, TURNOUTS, type Turnout } from './model-lists.ts';
import type { ContactRange } from '../../../../shared/plan/plan-campaigns.ts';
import { modelDeps } from './model-deps.ts';
import type { ImportRecord } from '../../../../worker/import/record/import-record.ts';
import type { Scenario } from './scenario.ts';

class Crash extends Error {}

const TIMEOUT_MS = 20_000;
const TURN_MS = 2_000;
const ACCOUNT = { window: { openMinute: 0, closeMinute: CLOSE_MINUTE }, timeZone: 'UTC', callsPerMinute: 60 };
const ROUNDS = 3_000;
const ONLY_OF_CREATES: ReadonlySet<Fate> = new Set(['bad_number', 'unauthorised', 'late']);

export function numberOf(seq: number, contact: number): number {
  return 919_810_000_000 + seq * 1_000 + contact;
}

/** Runs one import with the real engine against the model until it ends, whatever goes wrong on the way. */
export async function runImport(scenario: Scenario) {
  let now = START;
  let asked = 0;
  let faults = scenario.faults;
  let crashes = scenario.crashes;
  let lastTurn = 0;
  const presses = [...scenario.presses];
  const arriving: { readonly at: number; readonly arrives: () => void }[] = [];
  const exotel = createModelExotel({ now: () => now, listLagMs: scenario.listLagMs, turnout });
  const store = createMemoryStore(launchedRecord());
  const states = new Map<number, OutcomeTracker>();
  const minutes = createMemoryMinutes([]);
  let session = openBook();
  for (let seq = 1; seq <= scenario.campaigns; seq += 1) session.putRow(plannedRow(seq, scenario));
  store.flush();

  function openBook() {
    return createImportSession({ store, account: () => ACCOUNT, now: () => now, promised: () => [] });
  }

  function chance(): number {
    asked += 1;
    // Shifted by the count of questions, so that a short list of chances does not repeat in every round.
    return ((scenario.chances[asked % scenario.chances.length] ?? 0) + asked * 7) % 1_000;
  }

  function advance(ms: number): void {
    const until = now + ms;
    for (const each of arriving.toSorted((left, right) => left.at - right.at)) {
      if (each.at > until) continue;
      arriving.splice(arriving.indexOf(each), 1);
      now = Math.max(now, each.at);
      each.arrives();
    }
    now = until;
  }

  /** An await of the outside world: earlier writes are on disk after it, and the process may die during it. */
  async function outside(): Promise<void> {
    if (crashes > 0 && chance() < 60) {
      crashes -= 1;
      if (chance() < 500) store.loseUnflushed();
      throw new Crash();
    }
    store.flush();
    if (presses.length > 0 && chance() < 60) {
      const target = presses.shift();
      if (target !== undefined) steerImport(session, target);
      store.flush();
    }
    await Promise.resolve();
  }

  function turnout(): Turnout {
    if (faults === 0 || chance() < 600) return 'whole';
    faults -= 1;
    return TURNOUTS[chance() % TURNOUTS.length] ?? 'whole';
  }

  function fateOf(method: string): Fate {
    if (faults === 0 || (scenario.onlyCreatesFail === true && method !== 'POST') || chance() < 400) return 'fine';
    faults -= 1;
    const fate = FATES[chance() % FATES.length] ?? 'fine';
    return method !== 'POST' && ONLY_OF_CREATES.has(fate) ? 'lost_before' : fate;
  }

  async function request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
    await outside();
    const sentAt = now;
    const sent = body instanceof FormData ? await readForm(body) : body;
    const { answer, arrives } = exotel.exchange({ method, path, body: sent }, fateOf(method));
    const inDoubt = !answer.result.ok && answer.result.error.code === 'in_doubt';
    arriving.push({ at: sentAt + (chance() / 1_000) * 1.4 * TIMEOUT_MS, arrives });
    await outside();
    advance(inDoubt && chance() < 500 ? TIMEOUT_MS : 300);
    await outside();
    return answer;
  }

  function numbersOf({ firstContact, contacts }: ContactRange): Float64Array {
    const at = (i: number) => firstContact + i;
    return Float64Array.from({ length: contacts }, (_, i) =>
      numberOf(Math.floor(at(i) / scenario.contacts) + 1, at(i) % scenario.contacts),
    );
  }

  function stateOf(seq: number): OutcomeTracker {
    const known = states.get(seq);
    if (known !== undefined) return known;
    const numbers = numbersOf({ firstContact: (seq - 1) * scenario.contacts, contacts: scenario.contacts });
    const retry = { count: 0, on: [] };
    const state = createOutcomeTracker({ numbers, retry, chunkSize: 250, readNumber: Number });
    states.set(seq, state);
    return state;
  }

  function record(): ImportRecord {
    const current = session.record();
    if (current === null) throw new Error('No record');
    return current;
  }

  const deps = modelDeps({
    account: ACCOUNT,
    timeoutMs: TIMEOUT_MS,
    now: () => now,
    session: () => session,
    outside,
    request,
    numbers: numbersOf,
    minutes,
    stateOf,
    takeTurn: async () => {
      await outside();
      const due = lastTurn + TURN_MS;
      if (now < due && chance() < 300) return { granted: false, retryAt: due };
      advance(Math.max(0, due - now));
      lastTurn = now;
      return { granted: true, leaseId: 1 };
    },
    endTurn: outside,
  });

  /** Resolves whatever waits for a person, by sending it again. */
  function attend(): void {
    if (record().hold !== null) steerImport(session, 'run');
    for (const each of session.rows()) {
      if (each.state === 'refused') decideCampaign(session, each.seq, { decision: 'send_again' });
    }
    store.flush();
  }

  let round = 0;
  for (; round < ROUNDS; round += 1) {
    try {
      const next = await driveImport(deps);
      const state = session.state(record());
      const over = state === 'finished' || state === 'stopped';
      if (next === null && over && session.rows().every((each) => each.closed)) break;
      if (state === 'needs_attention') attend();
      else if (presses.length > 0 && (next === null || state === 'paused'))
        steerImport(session, presses.shift() ?? 'run');
      else if (state === 'paused') steerImport(session, 'run');
      else if (next === null) throw new Error(`Nothing more is done, in state ${state}`);
      advance(Math.max(0, (next ?? now) - now));
    } catch (cause) {
      if (!(cause instanceof Crash)) throw cause;
      session = openBook();
      advance(chance() * 5);
    }
  }
  if (round === ROUNDS) throw new Error(`No end, in state ${session.state(record())}`);
  return {
    state: session.state(record()),
    rows: session.rows(),
    states,
    exotel,
    letTimePass: () => advance(86_400_000),
  };
}
