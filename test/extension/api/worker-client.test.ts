import { readReport } from '../../../extension/api/import-calls.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { createCallWorker } from '../../../extension/api/call-worker.ts';
import { createFileUpload } from '../../../extension/api/file-upload.ts';
import { createWorkerClient } from '../../../extension/api/worker-client.ts';
import { bodyOf, json, refuse, serve } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import { importView } from '../support/wire.ts';

let served: Served | null = null;
afterEach(async () => {
  await served?.close();
  served = null;
});

const callTo = (url: string) => createCallWorker({ address: url, token: 'secret' }, fetch);

describe('createWorkerClient', () => {
  it('reads an import by the schema of the wire', async () => {
    served = await serve((_request, response) => json(response, 200, importView()));

    expect(await createWorkerClient(callTo(served.url)).import('k3v9x2a7')).toEqual({ ok: true, value: importView() });
  });

  it.each([
    ['a count below zero', { ...importView(), contacts: { ...importView().contacts, busy: -1 } }],
    ['another kind of answer', { hello: 'world' }],
    ['nothing', null],
  ])('refuses to read %s', async (_name, body) => {
    served = await serve((_request, response) => json(response, 200, body));

    expect(await createWorkerClient(callTo(served.url)).import('k3v9x2a7')).toEqual({
      ok: false,
      error: { code: 'unreadable_answer' },
    });
  });

  it('takes an answer that was cut off for a broken line, not for another version', async () => {
    served = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"k3v9x2a7"', () => response.destroy());
    });
    const client = createWorkerClient(callTo(served.url));

    const cut = { ok: false, error: { code: 'unreachable' } };
    expect([await client.import('k3v9x2a7'), await readReport(client, 'k3v9x2a7', 'results.csv')]).toEqual([cut, cut]);
  });

  it('does not take a refusal that was cut off for the word of something else', async () => {
    served = await serve((_request, response) => {
      response.writeHead(409, { 'content-type': 'application/json' });
      response.write('{"error":', () => response.destroy());
    });

    expect(await createWorkerClient(callTo(served.url)).import('k3v9x2a7')).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('writes nothing that is searched for into an address', async () => {
    const asked: string[] = [];
    const bodies: unknown[] = [];
    served = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      void bodyOf(request).then((body) => {
        bodies.push(JSON.parse(body.toString()));
        refuse(response, 404, 'not_found');
      });
    });
    const client = createWorkerClient(callTo(served.url));
    await client.findContact('k3v9x2a7', '+91 98450 01234');
    await client.findImports({ search: 'Asha Rao', state: '', offset: 0, limit: 20 });
    await client.campaigns({ channel: 'sms', name: 'Asha Rao', status: '', sort: '-created', offset: 0 });
    await client.campaignCalls('c1', 'sms', { status: '', number: '+919845001234', sort: 'created', offset: 0 });

    expect(asked).toEqual([
      'POST /api/imports/k3v9x2a7/contacts',
      'POST /api/imports/find',
      'POST /api/campaigns/find',
      'POST /api/campaigns/c1/calls/find',
    ]);
    expect(bodies).toEqual([
      { number: '+91 98450 01234' },
      { search: 'Asha Rao', offset: 0, limit: 20 },
      { channel: 'sms', name: 'Asha Rao', sort: '-created', offset: 0, limit: 20 },
      { channel: 'sms', number: '+919845001234', sort: 'created', offset: 0, limit: 25 },
    ]);
  });

  it('keeps an id within its place in the address', async () => {
    const asked: (string | undefined)[] = [];
    served = await serve((request, response) => {
      asked.push(request.url);
      json(response, 200, importView());
    });

    await createWorkerClient(callTo(served.url)).import('../templates?x');

    expect(asked).toEqual(['/api/imports/..%2Ftemplates%3Fx']);
  });
});

describe('createFileUpload', () => {
  it('sends a part where it belongs and answers the offset reached', async () => {
    const saw: unknown[] = [];
    served = await serve((request, response) => {
      void bodyOf(request).then((body) => {
        saw.push([request.method, request.headers['upload-offset'], request.headers['tus-resumable'], body.toString()]);
        response.writeHead(204, { 'upload-offset': '8' }).end();
      });
    });

    expect(await createFileUpload(callTo(served.url)).send('k3v9x2a7', 5, new Blob(['abc']))).toEqual({
      ok: true,
      value: 8,
    });
    expect(saw).toEqual([['PATCH', '5', '1.0.0', 'abc']]);
  });

  it.each([
    [404, 'import_not_found'],
    [401, 'unauthorised'],
  ])('reads the status %i of a question without a body', async (status, reason) => {
    served = await serve((_request, response) => response.writeHead(status).end());

    expect(await createFileUpload(callTo(served.url)).locate('k3v9x2a7')).toMatchObject({
      ok: false,
      error: { code: 'refused', reason },
    });
  });

  it.each([[undefined], ['-1'], ['many']])('refuses an offset of %j', async (offset) => {
    served = await serve((_request, response) =>
      response.writeHead(200, offset === undefined ? {} : { 'upload-offset': offset }).end(),
    );

    expect(await createFileUpload(callTo(served.url)).locate('k3v9x2a7')).toEqual({
      ok: false,
      error: { code: 'unreadable_answer' },
    });
  });
});
