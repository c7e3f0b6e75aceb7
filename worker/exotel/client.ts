import { LIST_UPLOAD_TIMEOUT_FACTOR, MAX_EXOTEL_ANSWER_BYTES } from '../../shared/limits.ts';
import { LONGEST_PAUSE_SECONDS } from '../../shared/safety-limits.ts';
import { err, type Result } from '../../shared/result.ts';
import { readAnswer, type ExotelAnswer, type RateHeaders } from './answer.ts';
import { readExoPhoneList } from './exophones.ts';
import type { ExotelFailure } from './failure.ts';

export interface ExotelSettings {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly apiKey: string;
  readonly apiToken: string;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  /** Makes the signal that aborts a slow exchange; the runtime's own timeout if left out. */
  readonly limit?: (ms: number) => AbortSignal;
}

export interface ExotelExchange {
  readonly result: Result<ExotelAnswer, ExotelFailure>;
  readonly rate: RateHeaders;
}

/**
 * Whether Exotel asked us to wait: the request was not even tried, and the account's turns wait as long as Exotel
 * asked.
 */
export function isThrottled({ result }: Pick<ExotelExchange, 'result'>): boolean {
  return !result.ok && result.error.code === 'throttled';
}

const NO_RATE: RateHeaders = { retryAfterMs: null, remaining: null, resetMs: null };

export interface ExotelClient {
  /** FormData is sent as a form, any other body as JSON. */
  request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<ExotelExchange>;
}

export interface ExoPhoneClient {
  /** The account's numbers, one item each; they come from another API. */
  exoPhones(): Promise<ExotelExchange>;
}

/**
 * The only place that talks to Exotel. Basic auth is in the header (fetch refuses it in the URL); one timeout covers
 * the whole exchange; redirects are not followed; the answer is read up to a cap. Never throws; never retries.
 */
export function createExotelClient(settings: ExotelSettings): ExotelClient & ExoPhoneClient {
  const authorization = `Basic ${btoa(`${settings.apiKey}:${settings.apiToken}`)}`;
  const base = `${settings.baseUrl}/v2/accounts/${settings.accountSid}`;

  async function exchange(
    method: string,
    url: string,
    body: unknown,
    read: typeof readAnswer,
  ): Promise<ExotelExchange> {
    const isUpload = body instanceof FormData;
    const ms = settings.timeoutMs * (isUpload ? LIST_UPLOAD_TIMEOUT_FACTOR : 1);
    const signal = settings.limit?.(ms) ?? AbortSignal.timeout(ms);
    const headers: Record<string, string> = { authorization, accept: 'application/json' };
    // fetch sets a form's content type, because it contains the boundary.
    if (body !== undefined && !isUpload) headers['content-type'] = 'application/json';
    try {
      const send = settings.fetch;
      const response = await send(url, {
        method,
        headers,
        body: body === undefined ? null : isUpload ? body : JSON.stringify(body),
        redirect: 'manual',
        signal,
      });
      const rate = readRateHeaders(response.headers);
      const text = await readCapped(response);
      if (text === null)
        return { result: err({ code: 'in_doubt', reason: 'unreadable', status: response.status }), rate };
      return { result: read(response.status, text, rate), rate };
    } catch {
      const reason = signal.aborted ? 'timeout' : 'network';
      return { result: err({ code: 'in_doubt', reason, status: null }), rate: NO_RATE };
    }
  }

  return {
    request: (method, path, body) => exchange(method, base + path, body, readAnswer),
    exoPhones: () =>
      exchange(
        'GET',
        `${settings.baseUrl}/v2_beta/Accounts/${settings.accountSid}/IncomingPhoneNumbers`,
        undefined,
        readExoPhoneList,
      ),
  };
}

/** Reads `Retry-After` (seconds or a date) and `X-RateLimit-Reset` (seconds from now, or a Unix time). */
export function readRateHeaders(headers: Headers, now: number = Date.now()): RateHeaders {
  return {
    retryAfterMs: waitOf(headers.get('retry-after'), now),
    remaining: countOf(headers.get('x-ratelimit-remaining')),
    resetMs: waitOf(headers.get('x-ratelimit-reset'), now),
  };
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function waitOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  const digits = /^\d{1,13}$/.test(text.trim()) ? Number(text) : Number.NaN;
  // A number of seconds above a year must be a point in time: Unix seconds, or milliseconds.
  const wait = Number.isNaN(digits)
    ? Date.parse(text) - now
    : digits < 31_536_000
      ? digits * 1000
      : digits < 1e11
        ? digits * 1000 - now
        : digits - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_PAUSE_SECONDS * 1000) : null;
}

async function readCapped(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_EXOTEL_ANSWER_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
