import { PERSON_PATIENCE_SECONDS } from '../../shared/limits.ts';
import { PERSON, type Priority } from '../account/request-budget.ts';
import { takePersonTurn, type Busy } from '../account/wait-for-turn.ts';
import { accountsOf, configOf, type AppContext } from '../context.ts';
import { createExotelClient, isThrottled, type ExotelExchange } from '../exotel/client.ts';
import { ANY_CAMPAIGN, relyOn, type ProofWorld } from '../import/engine/missing-proof.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ExotelAnswer } from '../exotel/answer.ts';
import type { ExotelFailure } from '../exotel/failure.ts';

export type AskFailure = ExotelFailure | Busy;
export type Asked = Result<ExotelAnswer, AskFailure>;

/**
 * Exotel for one person's request: every call waits for its turn, and none is repeated. A 404 counts only where Exotel
 * answers for the account: a person who hears "deleted" does not look again.
 */
export interface PersonClient {
  ask(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Asked>;
  exoPhones(): Promise<Asked>;
}

export function personClient(c: AppContext, priority: Priority = PERSON): PersonClient {
  const config = configOf(c);
  const account = accountsOf(c);
  const who = `person/${c.get('requestId')}`;
  const client = createExotelClient({
    baseUrl: config.EXOTEL_BASE_URL,
    accountSid: config.EXOTEL_ACCOUNT_SID,
    apiKey: config.EXOTEL_API_KEY,
    apiToken: config.EXOTEL_API_TOKEN,
    timeoutMs: config.EXOTEL_TIMEOUT_SECONDS * 1000,
    fetch: (input, init) => fetch(input, init),
  });
  const taker = {
    take: async () => account.takeTurn(who, priority),
    leave: async () => account.leaveQueue(who),
    now: () => Date.now(),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };

  const proof: ProofWorld = {
    client,
    phones: client,
    takeTurn: async () => {
      const turn = await takePersonTurn(taker, PERSON_PATIENCE_SECONDS * 1000);
      return turn.ok ? { granted: true, leaseId: turn.value } : { granted: false, retryAt: turn.error.retryAt };
    },
    endTurn: async (leaseId, end) => account.endTurn(leaseId, end),
  };

  async function inTurn(send: () => Promise<ExotelExchange>): Promise<Result<ExotelExchange, Busy>> {
    const turn = await takePersonTurn(taker, PERSON_PATIENCE_SECONDS * 1000);
    if (!turn.ok) return turn;
    const exchange = await send();
    await account.endTurn(turn.value, { throttled: isThrottled(exchange), ...exchange.rate });
    return ok(exchange);
  }

  return {
    ask: async (method, path, body) => {
      const sent = await inTurn(() => client.request(method, path, body));
      if (!sent.ok) return sent;
      return (await relyOn(proof, sent.value, { priority, campaignPath: ANY_CAMPAIGN })).result;
    },
    exoPhones: async () => {
      const sent = await inTurn(() => client.exoPhones());
      return sent.ok ? sent.value.result : sent;
    },
  };
}
