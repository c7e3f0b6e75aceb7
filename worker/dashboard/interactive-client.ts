import { PERSON_PATIENCE_SECONDS } from '../../shared/limits.ts';
import { PERSON, type Priority } from '../account/request-budget.ts';
import { takePersonTurn, type Busy } from '../account/wait-for-turn.ts';
import { accountsOf, configOf, type AppContext } from '../context.ts';
import { createExotelClient, type ExotelExchange } from '../exotel/client.ts';
import type { Result } from '../../shared/result.ts';
import type { ExotelAnswer } from '../exotel/answer.ts';
import type { ExotelFailure } from '../exotel/failure.ts';

export type AskFailure = ExotelFailure | Busy;
export type Asked = Result<ExotelAnswer, AskFailure>;

/** Exotel for one person's request: every call waits for its turn, and none is repeated. */
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

  async function inTurn(send: () => Promise<ExotelExchange>): Promise<Asked> {
    const turn = await takePersonTurn(taker, PERSON_PATIENCE_SECONDS * 1000);
    if (!turn.ok) return turn;
    const { result, rate } = await send();
    const throttled = !result.ok && result.error.code === 'throttled';
    await account.endTurn(turn.value, { throttled, ...rate });
    return result;
  }

  return {
    ask: (method, path, body) => inTurn(() => client.request(method, path, body)),
    exoPhones: () => inTurn(() => client.exoPhones()),
  };
}
