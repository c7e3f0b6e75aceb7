import { afterEach, describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { fetchFromAllowed } from '../../../extension/api/fetch-from-allowed.ts';
import { json, serve } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

function setUp(allowed: boolean) {
  const asked: string[] = [];
  const fetcher = fetchFromAllowed(fetch, (pattern) => {
    asked.push(pattern);
    return Promise.resolve(allowed);
  });
  return { asked, callAt: (address: string) => createCallWorker({ address, token: 'secret' }, fetcher) };
}

/** An address where nothing listens, because its server was closed. */
async function deadAddress(): Promise<string> {
  const gone = await serve(() => {});
  await gone.close();
  return gone.url;
}

describe('fetchFromAllowed', () => {
  it('asks for no permission while the Worker answers', async () => {
    served = await serve((_request, response) => json(response, 200, {}));
    const { asked, callAt } = setUp(false);
    expect((await callAt(served.url)('/api/account')).ok).toBe(true);
    expect(asked).toEqual([]);
  });

  it('tells a host that may not be reached from one that does not answer', async () => {
    const address = await deadAddress();
    const [refused, dead] = [setUp(false), setUp(true)];
    expect(await refused.callAt(address)('/api/account')).toEqual({ ok: false, error: { code: 'host_not_allowed' } });
    expect(await dead.callAt(address)('/api/account')).toEqual({ ok: false, error: { code: 'unreachable' } });
    expect([refused.asked, dead.asked]).toEqual([['http://127.0.0.1/*'], ['http://127.0.0.1/*']]);
  });

  it('leaves a call that took too long what it is', async () => {
    served = await serve(() => {});
    const { asked, callAt } = setUp(false);
    expect(await callAt(served.url)('/x', { timeoutMs: 20 })).toEqual({ ok: false, error: { code: 'timed_out' } });
    expect(asked).toEqual([]);
  });
});
