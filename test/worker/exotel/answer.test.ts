import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../worker/exotel/answer.ts';

const NO_RATE = { retryAfterMs: null, remaining: null, resetMs: null };

function codeOf(status: number, body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = readAnswer(status, text, NO_RATE);
  return answer.ok ? 'ok' : answer.error.code === 'in_doubt' ? `in doubt: ${answer.error.reason}` : answer.error.code;
}

const ERROR = { code: 1002, description: 'Invalid number +911234 in from', message: 'Invalid parameter' };
const SUCCESS_ITEM = { code: 200, error_data: null, status: 'success', data: { id: 'c1' } };
const FAILED_ITEM = { code: 400, error_data: ERROR, status: 'failure', data: null };

const BODIES = {
  array: { request_id: 'r', http_code: 400, response: [FAILED_ITEM] },
  object: { request_id: 'r', response: { code: 400, error_data: ERROR, status: 'failure' } },
  rest: { RestException: { Status: 400, Message: 'Invalid number' } },
  json: { message: 'Forbidden' },
  html: '<html>502</html>',
  empty: '',
} as const;

const UNREADABLE = 'in doubt: unreadable';
const SERVER_ERROR = 'in doubt: server_error';
const all = (code: string): string[] => Array<string>(6).fill(code);
const definite = (code: string): string[] => [code, code, code, UNREADABLE, UNREADABLE, UNREADABLE];

/** Status, then the result for each kind of body: array, object, RestException, other JSON, HTML, nothing. */
const TABLE: readonly (readonly [status: number, codes: readonly string[]])[] = [
  [400, definite('refused')],
  [401, definite('unauthorised')],
  [402, definite('payment_required')],
  [403, definite('forbidden')],
  [404, definite('not_found')],
  [409, definite('conflict')],
  [415, definite('refused')],
  // Exotel does not document these as refusals, so the request may have been carried out.
  ...[405, 406, 408, 410, 411, 413, 417, 418, 421, 422, 425, 428, 451, 499].map(
    (status) => [status, all(UNREADABLE)] as const,
  ),
  [429, all('throttled')],
  [500, all(SERVER_ERROR)],
  [502, all(SERVER_ERROR)],
  [504, all(SERVER_ERROR)],
  [301, all(UNREADABLE)],
  [200, ['refused', 'refused', UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE]],
  [207, ['refused', 'refused', UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE]],
];

describe('an answer of Exotel', () => {
  it.each(TABLE)('with status %i is judged by what its body is', (status, codes) => {
    expect(Object.values(BODIES).map((body) => codeOf(status, body))).toEqual(codes);
  });

  it('is a success when every item is one, whatever the body claims beside it', () => {
    const body = {
      http_code: 404,
      method: 'POST',
      metadata: { total: '7' },
      response: [SUCCESS_ITEM, { ...SUCCESS_ITEM, data: { id: 'c2' }, summary: { campaign_sid: 'c2' } }],
    };
    expect(readAnswer(207, JSON.stringify(body), NO_RATE)).toEqual({
      ok: true,
      value: {
        items: [
          { data: { id: 'c1' }, summary: null },
          { data: { id: 'c2' }, summary: { campaign_sid: 'c2' } },
        ],
        total: 7,
      },
    });
  });

  it.each([
    ['an item that failed among others that did not', [SUCCESS_ITEM, FAILED_ITEM], UNREADABLE],
    ['an item with no code but an error', [{ error_data: ERROR }], 'refused'],
    ['an item that says it failed and why', [{ code: 200, status: 'Failure', error_data: ERROR }], 'refused'],
    ['an item that says it failed', [{ code: 200, status: 'Failure', error_data: null }], UNREADABLE],
    ['an item that came too late', [{ code: 408, error_data: ERROR }], UNREADABLE],
    ['an item that was throttled', [{ code: 429, error_data: ERROR }], 'throttled'],
    ['an item that met a server error', [{ code: 500, error_data: ERROR }], 'in doubt: server_error'],
    ['an item that is not allowed', [{ code: 403, error_data: ERROR }], 'forbidden'],
    ['an item that is a word', ['ok'], 'in doubt: unreadable'],
    ['no response at all', undefined, 'in doubt: unreadable'],
  ])('is no success with %s', (_what, response, code) => {
    expect(codeOf(207, { response })).toBe(code);
  });

  it('says in whose words and with which code it refuses', () => {
    expect(readAnswer(400, JSON.stringify(BODIES.array), NO_RATE)).toEqual({
      ok: false,
      error: { code: 'refused', status: 400, exotelCode: 1002, description: ERROR.description },
    });
    expect(readAnswer(401, JSON.stringify(BODIES.rest), NO_RATE)).toEqual({
      ok: false,
      error: { code: 'unauthorised', status: 401, description: 'Invalid number' },
    });
  });

  it('waits as long as a throttling says, by the first header that says it', () => {
    const waits = [
      { retryAfterMs: 7_000, remaining: 0, resetMs: 9_000 },
      { retryAfterMs: null, remaining: 0, resetMs: 9_000 },
      NO_RATE,
    ].map((rate) => readAnswer(429, '', rate));
    expect(waits).toEqual(
      [7_000, 9_000, null].map((retryAfterMs) => ({ ok: false, error: { code: 'throttled', retryAfterMs } })),
    );
  });

  it('never throws, whatever it is', () => {
    const body = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ response: value })),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
        const answer = readAnswer(status, text, NO_RATE);
        if (status >= 300) expect(answer.ok).toBe(false);
      }),
    );
  });
});
