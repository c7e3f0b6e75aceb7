import { afterEach, describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { json, refuse, serve } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

const to = (url: string) => createCallWorker({ address: url, token: 'secret' }, fetch);

describe('createCallWorker', () => {
  it('sends the token and hands over a 2xx', async () => {
    served = await serve((request, response) => json(response, 200, { saw: request.headers.authorization }));

    const answer = await to(served.url)('/api/account');

    expect(answer.ok && (await answer.value.json())).toEqual({ saw: 'Bearer secret' });
  });

  it('hands over the code and message of a refusal', async () => {
    served = await serve((_request, response) =>
      json(response, 409, {
        error: { code: 'plan_changed', message: 'Look again.', details: { n: 1 }, requestId: 'r' },
      }),
    );

    expect(await to(served.url)('/x')).toEqual({
      ok: false,
      error: { code: 'refused', status: 409, reason: 'plan_changed', message: 'Look again.', details: { n: 1 } },
    });
  });

  it.each([
    ['a page', '<html>'],
    ['another JSON', '{"error":"no"}'],
    ['an envelope without a message', '{"error":{"code":"x"}}'],
    ['nothing', ''],
  ])('takes a failure with %s for something else than Dialsheet', async (_name, body) => {
    served = await serve((_request, response) => response.writeHead(404).end(body));

    expect(await to(served.url)('/x')).toEqual({ ok: false, error: { code: 'not_dialsheet', status: 404 } });
  });

  it('never follows a redirect, which could carry the token elsewhere', async () => {
    const asked: (string | undefined)[] = [];
    served = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });

    expect(await to(served.url)('/api/account')).toEqual({ ok: false, error: { code: 'unreachable' } });
    expect(asked).toEqual(['/api/account']);
  });

  it('gives up after the time it was given', async () => {
    served = await serve(() => {}); // accepts the request and never answers

    expect(await to(served.url)('/x', { timeoutMs: 30 })).toEqual({ ok: false, error: { code: 'timed_out' } });
  });

  it('says so when nobody listens', async () => {
    served = await serve((_request, response) => refuse(response, 500, 'internal'));
    const { url } = served;
    await served.close();
    served = null;

    expect(await to(url)('/x')).toEqual({ ok: false, error: { code: 'unreachable' } });
  });
});
