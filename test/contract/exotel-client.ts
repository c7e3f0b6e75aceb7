import { z } from 'zod';
import { createExotelClient } from '../../worker/exotel/client.ts';
import type { ExotelClient } from '../../worker/exotel/client.ts';
import type { ExotelAnswer } from '../../worker/exotel/answer.ts';
import { startExotel } from '../exotel/start-exotel.ts';
import type { Exotel, ExotelOptions } from '../exotel/start-exotel.ts';

/** The account the samples were printed from, as far as they say. */
const ACCOUNT = {
  sid: 'Exotel',
  exophones: ['08088883280', '08088683280', '03349360005', '08088919888'],
  key: 'key',
  token: 'token',
} as const;

export type Pair = { readonly exotel: Exotel; readonly client: ExotelClient };

/** Our client, on Node's fetch, and the stand-in it talks to over HTTP. */
export async function startPair(options: ExotelOptions = {}): Promise<Pair> {
  const exotel = await startExotel({ ...ACCOUNT, ...options });
  // The samples contain addresses of strangers, so nothing may be sent there.
  exotel.control.setCallbackFaults({ lose: 1 });
  const client = createExotelClient({
    baseUrl: exotel.url,
    accountSid: ACCOUNT.sid,
    apiKey: ACCOUNT.key,
    apiToken: ACCOUNT.token,
    timeoutMs: 5_000,
    fetch,
  });
  return { exotel, client };
}

/** Answers the next request of one operation with exactly these bytes. */
export async function replay(exotel: Exotel, op: string, status: number, body: string): Promise<void> {
  const response = await fetch(`${exotel.url}/_control/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ op, status, body }),
  });
  if (!response.ok) throw new Error(`replay: ${response.status} ${await response.text()}`);
}

type Method = Parameters<ExotelClient['request']>[0];

/** What a request was answered; anything but a success fails the test with the reason. */
export async function answered(
  client: ExotelClient,
  method: Method,
  path: string,
  body?: unknown,
): Promise<ExotelAnswer> {
  const { result } = await client.request(method, path, body);
  if (!result.ok) throw new Error(`${method} ${path}: ${JSON.stringify(result.error)}`);
  return result.value;
}

const sidSchema = z.union([z.looseObject({ id: z.string() }), z.looseObject({ sid: z.string() })]);

/** The sid of the first resource of an answer. */
export function sidOf(answer: ExotelAnswer): string {
  const data = sidSchema.parse(answer.items[0]?.data);
  return z.string().parse('id' in data ? data['id'] : data['sid']);
}

/** The bytes an answer has, which no client of ours keeps. */
export async function textOf({ exotel }: Pair, method: string, path: string, body?: unknown): Promise<string> {
  const headers = {
    authorization: `Basic ${btoa(`${ACCOUNT.key}:${ACCOUNT.token}`)}`,
    'content-type': 'application/json',
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${exotel.url}/v2/accounts/${ACCOUNT.sid}${path}`, { method, headers, ...sent });
  return response.text();
}
