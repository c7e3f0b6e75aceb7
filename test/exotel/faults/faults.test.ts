import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, create, put } from '../dialler/exotel-caller.ts';
import { FAULT_KINDS } from './faults.ts';
import type { FaultKind } from './faults.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel();
});
afterEach(() => exotel.close());

/** For each fault of a create: what the client sees, and whether the campaign was made. */
const SEEN: Record<FaultKind, { readonly sees: string; readonly made: boolean }> = {
  refuse: { sees: '400 envelope', made: false },
  drop_before: { sees: 'error', made: false },
  drop_after: { sees: 'error', made: true },
  error_before: { sees: '500 envelope', made: false },
  error_after: { sees: '500 envelope', made: true },
  gateway_html_before: { sees: '502 <html>', made: false },
  gateway_html_after: { sees: '502 <html>', made: true },
  timeout_before: { sees: 'timeout', made: false },
  timeout_after: { sees: 'timeout', made: true },
  reset_mid_body: { sees: 'error', made: true },
  garbage: { sees: '200 \u0000OK <<', made: true },
  truncated_json: { sees: '200 {"requ', made: true },
  item_failed: { sees: '207 envelope', made: false },
  unauthorised: { sees: '401 envelope', made: false },
  payment_required: { sees: '402 envelope', made: false },
  forbidden: { sees: '403 envelope', made: false },
  throttled: { sees: '429 envelope', made: false },
  slow: { sees: '200 envelope', made: true },
  names_another: { sees: '200 envelope', made: true },
  not_found: { sees: '404 envelope', made: false },
};

/**
 * What a client sees. It gives up only if no answer will come, because on a busy machine an answer may take any time.
 */
async function look(isSilent = false): Promise<string> {
  const answer = create(exotel.url).then(
    ({ status, body, text }) => `${status} ${body === null ? text.slice(0, 6) : 'envelope'}`,
    () => 'error',
  );
  if (!isSilent) return answer;
  const timeout = new Promise<string>((resolve) => {
    setTimeout(resolve, 300, 'timeout');
  });
  return Promise.race([answer, timeout]);
}

describe('a fault', () => {
  it.each(FAULT_KINDS)('of kind %s does what its name says, once', async (kind) => {
    exotel.control.addFaults({ operation: 'create', kind, delayMs: 50 });
    const sees = await look(SEEN[kind].sees === 'timeout');
    const { requests, creates } = exotel.control.ledger();
    expect({ sees, made: creates.length === 1 }).toEqual(SEEN[kind]);
    expect([requests[0]?.fault, requests[0]?.op]).toEqual([kind, 'create']);
    expect(await look()).toBe('200 envelope');
  });

  it('hits only its operation, after as many as it is told to skip, as often as it is told to', async () => {
    exotel.control.addFaults({ operation: 'get', kind: 'error_before', skip: 1, count: 2 });
    const { id } = await create(exotel.url);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await ask(exotel.url, { path: `/${id}` })).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(exotel.control.faults()[0]?.hits).toBe(2);
  });

  it('hits a share of requests, the same ones for the same seed', async () => {
    const pattern = async (server: Exotel): Promise<string> => {
      server.control.addFaults({ kind: 'error_before', share: 0.5 });
      let seen = '';
      for (let n = 0; n < 40; n += 1) seen += (await ask(server.url)).status === 500 ? 'x' : '.';
      return seen;
    };
    const other = await startExotel();
    const [first, second] = [await pattern(exotel), await pattern(other)];
    await other.close();
    expect(first).toBe(second);
    expect(first).toMatch(/x.*\..*x/);
  });

  it('tells actions from updates', async () => {
    const { id } = await create(exotel.url);
    exotel.control.addFaults({ operation: 'action', kind: 'drop_after' });
    expect((await put(exotel.url, id, { name: 'Holi leads' })).status).toBe(200);
    await expect(put(exotel.url, id, { action: 'pause' })).rejects.toThrow('fetch failed');
    expect((await ask(exotel.url, { path: `/${id}` })).first?.data).toMatchObject({
      name: 'Holi leads',
      status: 'paused',
    });
  });

  it('throttles with Retry-After, or without it in the old shape', async () => {
    exotel.control.addFaults({ kind: 'throttled', retryAfterSeconds: 7 }, { kind: 'throttled', headers: false });
    const withHeader = await ask(exotel.url);
    const without = await ask(exotel.url);
    expect([withHeader.status, withHeader.headers.get('retry-after')]).toEqual([429, '7']);
    expect([without.status, without.headers.get('retry-after'), without.text]).toEqual([
      429,
      null,
      '{"RestException":{"Status":429,"Message":"RATE_LIMIT_EXCEEDED"}}',
    ]);
  });

  it('is gone when cleared', async () => {
    exotel.control.addFaults({ kind: 'error_before', share: 1 });
    exotel.control.clearFaults();
    expect((await ask(exotel.url)).status).toBe(207);
  });
});

describe('the rate limit', () => {
  it('turns away what is over the budget of a minute and says when to come back', async () => {
    exotel.control.setSettings({ requestsPerMinute: 2 });
    const answers = [await ask(exotel.url), await ask(exotel.url), await ask(exotel.url)];
    expect(answers.map(({ status }) => status)).toEqual([207, 207, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(55);
    expect(exotel.control.ledger().requests.map(({ status }) => status)).toEqual([207, 207, 429]);
  });

  it('can keep its headers to itself', async () => {
    exotel.control.setSettings({ requestsPerMinute: 1, rateLimitHeaders: false });
    await ask(exotel.url);
    const { status, headers } = await ask(exotel.url);
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-limit')]).toEqual([429, null, null]);
  });
});
