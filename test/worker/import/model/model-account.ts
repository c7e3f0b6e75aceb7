import { readCampaignToken } from '../../../../shared/campaign/name-token.ts';
import { createSimulatedAccount, type SimulatedAccount } from '../../../engine/world/simulated-account.ts';
import { createModelExotel, FATES, type Fate } from './model-exotel.ts';
import { CLOSE_MINUTE, START } from './model-plan.ts';
import { takeTurns, type TurnTaking } from './take-turns.ts';
import type { AccountRules } from '../../../../shared/plan/plan-template.ts';
import type { ExotelExchange } from '../../../../worker/exotel/client.ts';

const TIMEOUT_MS = 20_000;
const ROUND_TRIP_MS = 300;
const ONLY_OF_CREATES: ReadonlySet<Fate> = new Set(['bad_number', 'unauthorised', 'late']);
const RETRY_AFTER_MS = [null, 7_000, 60_000, 3_600_000];
const ACCOUNT = { window: { openMinute: 0, closeMinute: CLOSE_MINUTE }, timeZone: 'UTC', callsPerMinute: 60 };

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** One account that several imports share: its Exotel, its turns, its clock, and its faults. */
export interface ModelAccount {
  readonly rules: AccountRules;
  readonly timeoutMs: number;
  readonly exotel: ReturnType<typeof createModelExotel>;
  readonly budget: SimulatedAccount;
  readonly turns: TurnTaking;
  readonly now: () => number;
  readonly chance: () => number;
  /** Starts a request of a life; its answer is decided before time passes. */
  readonly ask: (life: string, asked: Asked) => ExotelExchange;
  /** Waits until the answer comes or the client gives up. */
  readonly wait: (exchange: ExotelExchange) => void;
  readonly letTimePass: (ms: number) => void;
  /** Requests that touched something that does not belong to the life that sent them. */
  readonly trespasses: readonly string[];
}

export function createModelAccount(drawn: {
  readonly perMinute: number;
  readonly listLagMs: number;
  readonly chances: readonly number[];
  readonly faults: number;
}): ModelAccount {
  let now = START;
  let asked = 0;
  let faults = drawn.faults;
  const arriving: { readonly at: number; readonly arrives: () => void }[] = [];
  const trespasses: string[] = [];
  const exotel = createModelExotel({ now: () => now, listLagMs: drawn.listLagMs, turnout: () => 'whole' });

  function chance(): number {
    asked += 1;
    // Shifted by the count of questions, so that a short list of chances does not repeat in every round.
    return ((drawn.chances[asked % drawn.chances.length] ?? 0) + asked * 7 + (asked >> 5) * 131) % 1_000;
  }

  function advanceTo(until: number): void {
    for (const each of arriving.toSorted((left, right) => left.at - right.at)) {
      if (each.at > until) continue;
      arriving.splice(arriving.indexOf(each), 1);
      now = Math.max(now, each.at);
      each.arrives();
    }
    now = Math.max(now, until);
  }

  function fateOf(method: string): Fate {
    if (faults === 0 || chance() < 400) return 'fine';
    faults -= 1;
    const fate = FATES[chance() % FATES.length] ?? 'fine';
    return method !== 'POST' && ONLY_OF_CREATES.has(fate) ? 'lost_before' : fate;
  }

  /** Notes a request that breaks this rule: a life creates under its own name, and changes only its own campaigns. */
  function note(life: string, { method, path, body }: Asked): void {
    if (method === 'GET') return;
    const sid = path.split('/')[2];
    const named = sid === undefined ? JSON.stringify(body) : exotel.campaigns.find((each) => each.sid === sid)?.name;
    const name = sid === undefined ? /"name":"([^"]*)"/.exec(named ?? '')?.[1] : named;
    if (readCampaignToken(name ?? '')?.life !== life) trespasses.push(`${life}: ${method} ${path} of ${name ?? '?'}`);
  }

  return {
    rules: ACCOUNT,
    timeoutMs: TIMEOUT_MS,
    exotel,
    budget: createSimulatedAccount(drawn.perMinute, () => now),
    turns: takeTurns({ now: () => now, advanceTo, chance }),
    now: () => now,
    chance,
    ask: (life, request) => {
      note(life, request);
      const retryAfterMs = RETRY_AFTER_MS[chance() % RETRY_AFTER_MS.length] ?? null;
      const { answer, arrives } = exotel.exchange(
        { ...request, body: request.body },
        fateOf(request.method),
        retryAfterMs,
      );
      arriving.push({ at: now + (chance() / 1_000) * 1.4 * TIMEOUT_MS, arrives });
      return answer;
    },
    wait: ({ result }) => {
      const inDoubt = !result.ok && result.error.code === 'in_doubt';
      advanceTo(now + (inDoubt && chance() < 500 ? TIMEOUT_MS : ROUND_TRIP_MS));
    },
    letTimePass: (ms) => advanceTo(now + ms),
    trespasses,
  };
}
