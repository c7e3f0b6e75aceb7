import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, create } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel();
});
afterAll(() => exotel.close());

describe('a replay', () => {
  it('answers the next request of its operation with its very bytes, and does nothing', async () => {
    const rule = { op: 'create', status: 299, headers: { 'x-odd': '1' }, body: '{"a" : 1}\n' };
    await fetch(`${exotel.url}/_control/replay`, { method: 'POST', body: JSON.stringify(rule) });
    expect((await ask(exotel.url)).status).toBe(207);
    const replayed = await create(exotel.url);
    expect([replayed.status, replayed.headers.get('x-odd'), replayed.text]).toEqual([299, '1', '{"a" : 1}\n']);
    expect(exotel.control.summary().counts.campaigns).toBe(0);
    expect((await create(exotel.url)).status).toBe(200);
  });

  it('is refused for an operation that is not there', async () => {
    const answer = await fetch(`${exotel.url}/_control/replay`, {
      method: 'POST',
      body: JSON.stringify({ op: 'dance', status: 200, body: '' }),
    });
    expect(answer.status).toBe(400);
  });
});
