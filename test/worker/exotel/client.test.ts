import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { createExotelClient, readRateHeaders } from '../../../worker/exotel/client.ts';
import { standIn } from '../support/stand-in.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

function waitOf(header: string): number | null {
  return readRateHeaders(new Headers({ 'retry-after': header }), NOW).retryAfterMs;
}

describe('the rate headers', () => {
  it.each([
    ['seconds', '30', 30_000],
    ['no wait', '0', 0],
    ['a date', 'Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['a date that is past', 'Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['Unix seconds', String(NOW / 1000 + 5), 5_000],
    ['Unix milliseconds', String(NOW + 5_000), 5_000],
    ['a wait of a year', '30000000', 3_600_000],
    ['a negative number', '-5', 0],
    ['words', 'soon', null],
    ['nothing', '', null],
    ['a fraction', '1.5', 0],
  ])('are read from %s', (_what, header, wait) => {
    expect(waitOf(header)).toBe(wait);
  });

  it('say what is left and when it is full again', () => {
    const headers = new Headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '12' });
    expect(readRateHeaders(headers, NOW)).toEqual({ retryAfterMs: null, remaining: 0, resetMs: 12_000 });
    expect(readRateHeaders(new Headers({ 'x-ratelimit-remaining': 'many' }), NOW).remaining).toBeNull();
  });
});

function client(change: { readonly apiToken?: string; readonly accountSid?: string } = {}) {
  return createExotelClient({
    baseUrl: env.EXOTEL_BASE_URL ?? '',
    accountSid: 'dialsheet-demo',
    apiKey: 'demo-key',
    apiToken: 'demo-token',
    // So long that no answer is late on a busy machine; only an answer that never comes exceeds it.
    timeoutMs: 5_000,
    fetch: (input, init) => fetch(input, init),
    ...change,
  });
}

async function resultOf(method: 'GET' | 'POST', path: string, body?: unknown, from = client()): Promise<unknown> {
  const { result } = await from.request(method, path, body);
  if (result.ok) return 'ok';
  return result.error.code === 'in_doubt' ? `in doubt: ${result.error.reason}` : result.error.code;
}

describe('a request to Exotel', () => {
  beforeEach(() => standIn.reset());

  it('is answered when its credentials are right, and refused when they are not', async () => {
    expect(await resultOf('GET', '/campaigns')).toBe('ok');
    expect(await resultOf('GET', '/campaigns', undefined, client({ apiToken: 'wrong' }))).toBe('unauthorised');
    expect(await resultOf('GET', '/campaigns', undefined, client({ accountSid: 'somebody' }))).toBe('forbidden');
    expect(await resultOf('GET', '/campaigns/nobody')).toBe('not_found');
    expect(await resultOf('POST', '/campaigns', { campaigns: [{ name: 'x' }] })).toBe('refused');
  });

  it.each([
    ['drop_before', 'in doubt: network'],
    ['drop_after', 'in doubt: network'],
    ['timeout_before', 'in doubt: timeout'],
    ['error_before', 'in doubt: server_error'],
    ['gateway_html_before', 'in doubt: server_error'],
    ['garbage', 'in doubt: unreadable'],
    ['truncated_json', 'in doubt: unreadable'],
    ['item_failed', 'refused'],
    ['unauthorised', 'unauthorised'],
    ['payment_required', 'payment_required'],
    ['forbidden', 'forbidden'],
    ['throttled', 'throttled'],
  ] as const)('that meets %s is %s', async (kind, expected) => {
    await standIn.faults({ kind });
    expect(await resultOf('GET', '/campaigns')).toBe(expected);
  });

  it('that is cut off in its answer is in doubt', async () => {
    await standIn.faults({ kind: 'reset_mid_body' });
    expect(await resultOf('GET', '/campaigns')).toMatch(/^in doubt: (?:network|unreadable)$/);
  });

  it('knows how long a throttling lasts', async () => {
    await standIn.faults({ kind: 'throttled', retryAfterSeconds: 3 });
    const { rate } = await client().request('GET', '/campaigns');
    expect(rate.retryAfterMs).toBe(3_000);
  });
});
