import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, create, mobile, mobiles } from '../dialler/exotel-caller.ts';
import { LEDGER_PARTS } from './ledger-views.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeEach(async () => {
  exotel = await startExotel({ speed: 1e-9, startAt: Date.parse('2030-01-01T10:00:00+05:30') });
});
afterEach(() => exotel.close());

async function control(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${exotel.url}/_control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('/_control', () => {
  it('reads the same ledger as the process', async () => {
    await create(exotel.url, { from: mobiles(2) });
    await control('POST', '/clock', { skipTo: '2030-01-01T11:00:00+05:30' });
    expect((await control('GET', '/ledger')).body).toEqual(exotel.control.ledger());
    expect((await control('GET', '/ledger/summary')).body).toEqual(exotel.control.summary());
    expect((await control('GET', '/ledger/outcomes')).body).toEqual(exotel.control.outcomes());
    expect(Object.keys(exotel.control.ledger())).toEqual([...LEDGER_PARTS]);
    expect((await control('GET', '/ledger?only=creates,requests')).body).toEqual({
      creates: exotel.control.ledger().creates,
      requests: exotel.control.ledger().requests,
    });
  });

  it('is not a request to Exotel: not in the ledger, not in the budget', async () => {
    await control('POST', '/settings', { requestsPerMinute: 1 });
    for (let n = 0; n < 5; n += 1) await control('GET', '/clock');
    expect((await ask(exotel.url)).status).toBe(207);
    expect(exotel.control.summary().counts.requests).toBe(1);
  });

  it('takes one fault, several, or those of callbacks, and forgets them', async () => {
    await control('POST', '/faults', { kind: 'error_before', operation: 'list' });
    await control('POST', '/faults', [{ kind: 'slow' }, { kind: 'garbage', count: 3 }]);
    await control('POST', '/faults', { rules: [{ kind: 'refuse' }], callbacks: { lose: 1 } });
    expect(exotel.control.faults().map(({ rule }) => rule.kind)).toEqual(['error_before', 'slow', 'garbage', 'refuse']);
    expect((await ask(exotel.url)).status).toBe(500);
    await control('DELETE', '/faults');
    expect((await control('GET', '/faults')).body).toEqual([]);
  });

  it('scripts numbers, the mix and what a create refuses', async () => {
    await control('POST', '/script', {
      script: { [mobile(1)]: ['no-answer'] },
      mix: { busy: 1 },
      refused: [mobile(9)],
    });
    expect((await create(exotel.url, { from: [mobile(9)] })).status).toBe(400);
    await create(exotel.url, { from: mobiles(2, 1) });
    await control('POST', '/clock', { skipTo: '2030-01-01T11:00:00+05:30' });
    expect(Object.values(exotel.control.outcomes()).map(({ outcome }) => outcome)).toEqual(['no_answer', 'busy']);
  });

  it.each([
    ['POST', '/faults', { kind: 'meteor' }],
    ['POST', '/faults', { kind: 'slow', typo: 1 }],
    ['POST', '/clock', { speed: -1 }],
    ['POST', '/clock', { skipTo: 'tomorrow' }],
    ['POST', '/script', { script: { a: ['ringing'] } }],
    ['POST', '/settings', { nameSearch: 'psychic' }],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect((await control(method, path, body)).status).toBe(400);
  });

  it('has nothing else', async () => {
    expect((await control('GET', '/secrets')).status).toBe(404);
  });

  it('resets to an empty account and never gives an id twice', async () => {
    exotel.control.addFaults({ kind: 'error_before', operation: 'delete' });
    const first = await create(exotel.url);
    await control('POST', '/reset', { startAt: '2030-05-01T10:00:00+05:30', settings: { callsPerMinute: 6 } });
    expect(exotel.control.summary().counts.campaigns).toBe(0);
    expect(exotel.control.faults()).toEqual([]);
    expect(exotel.control.settings().callsPerMinute).toBe(6);
    expect(exotel.control.clock().now).toBe('2030-05-01T10:00:00+05:30');
    expect((await ask(exotel.url, { path: `/${first.id}` })).status).toBe(404);
    const again = await create(exotel.url);
    expect(again.id.slice(0, 32)).not.toBe(first.id.slice(0, 32));
  });
});
