import { DELIVERY_TIMEOUT_SECONDS, MAX_KEPT_ANSWER_BYTES, MAX_KEPT_HEADER_CHARS } from '../../shared/sink-limits.ts';
import { VERSION } from '../../shared/version.ts';
import { ADDRESS_SENTENCES, type AddressFault } from './destination-address.ts';
import { PROBLEM_SENTENCES, problemOf, readRetryAfter, type TryProblem } from './delivery-schedule.ts';
import { diagnose } from './diagnose.ts';
import { webhookSignature } from './webhook-signature.ts';
import type { Attempt } from '../../shared/protocol/destination.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';

export interface TryResult {
  readonly attempt: Attempt;
  readonly problem: TryProblem | null;
  /** How many seconds the receiver asked to wait. */
  readonly retryAfterSeconds: number | null;
}

/** Lets a Worker recognise events of its own kind that come back to it under another name. */
const USER_AGENT = `Dialsheet/${VERSION}`;

/** Tries one event once, after Standard Webhooks 1.0. Never throws: whatever happens is answered for the log. */
export async function sendEvent(
  { id, body }: OutgoingEvent,
  to: {
    readonly url: string;
    readonly secrets: readonly string[];
    readonly fetch: typeof fetch;
    readonly now: () => number;
    readonly timeoutMs?: number;
  },
): Promise<TryResult> {
  const startedAt = to.now();
  const timestamp = Math.floor(startedAt / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': USER_AGENT,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': await webhookSignature(to.secrets, { id, timestamp, body }),
  };
  const attemptOf = (response: Attempt['response'], problem: TryProblem | null): Attempt => ({
    at: new Date(startedAt).toISOString(),
    milliseconds: Math.max(0, to.now() - startedAt),
    request: { url: to.url, headers, body },
    response,
    signed: `${id}.${timestamp}.${body}`,
    problem: problem === null ? null : { code: problem, message: PROBLEM_SENTENCES[problem] },
    findings: diagnose({ startedAt, response }),
  });
  try {
    const answer = await to.fetch(to.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(to.timeoutMs ?? DELIVERY_TIMEOUT_SECONDS * 1000),
    });
    const response = { status: answer.status, headers: keptHeaders(answer.headers), body: await headOf(answer) };
    const problem = problemOf(answer.status);
    return {
      attempt: attemptOf(response, problem),
      problem,
      retryAfterSeconds: readRetryAfter(answer.headers.get('retry-after'), to.now()),
    };
  } catch (error) {
    const problem = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    return { attempt: attemptOf(null, problem), problem, retryAfterSeconds: null };
  }
}

/** The log entry of an event that was not sent, because its address is no longer allowed. */
export function refusedTry({ id, body }: OutgoingEvent, url: string, fault: AddressFault, now: number): TryResult {
  const attempt: Attempt = {
    at: new Date(now).toISOString(),
    milliseconds: 0,
    request: { url, headers: { 'webhook-id': id }, body },
    response: null,
    signed: '',
    problem: { code: 'address', message: PROBLEM_SENTENCES.address },
    findings: [{ code: fault, message: ADDRESS_SENTENCES[fault] }],
  };
  return { attempt, problem: 'address', retryAfterSeconds: null };
}

/**
 * Only the beginning of an answer is read, so that a receiver cannot answer for ever. If it breaks off, its status
 * still counts.
 */
async function headOf(answer: Response): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of answer.body) {
      const left = MAX_KEPT_ANSWER_BYTES - bytes;
      text += decoder.decode(chunk.subarray(0, left), { stream: true });
      bytes += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (bytes >= MAX_KEPT_ANSWER_BYTES) break;
    }
  } catch {
    return text;
  }
  return text + decoder.decode();
}

/**
 * Keeps the headers that the diagnosis reads, and as many others as fit: a receiver may send a hundred kilobytes of
 * them.
 */
function keptHeaders(headers: Headers): Record<string, string> {
  let left = MAX_KEPT_ANSWER_BYTES;
  const kept: [string, string][] = [];
  for (const [name, value] of [...headers].toSorted(([a], [b]) => Number(READ.has(b)) - Number(READ.has(a)))) {
    const short = value.slice(0, MAX_KEPT_HEADER_CHARS);
    left -= name.length + short.length;
    if (left < 0) break;
    kept.push([name, short]);
  }
  return Object.fromEntries(kept);
}

/** Headers that the diagnosis reads. */
const READ = new Set(['date', 'location', 'content-type', 'retry-after', 'server', 'www-authenticate']);
