import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveCallbacksSchema, type LiveCallbacks } from '../../../shared/protocol/live-callbacks.ts';
import { LIVE_PROTOCOL, LIVE_TICKET_PREFIX, liveTicketSchema } from '../../../shared/protocol/live.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { callbackItemSchema, sinkSchema, type CallbackItem, type Sink } from '../../../shared/protocol/sink.ts';
import { sha256Hex } from '../../../worker/sha256-hex.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile, TOKEN } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { join } from '../team/team.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

afterEach(reset);

let sink: Sink;
beforeEach(async () => {
  sink = await makeSink('Website calls');
});

async function makeSink(name: string): Promise<Sink> {
  return sinkSchema.parse(await (await post('/api/sinks', { name })).json());
}

const soon = (check: () => void) => vi.waitFor(check, PATIENCE);

const ofCall = (place: number, status = 'busy') => ({ call_sid: `call-${place}`, number: mobile(place), status });

async function send(url: string, body: unknown): Promise<void> {
  const answer = await ask(url, { token: null, method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
}

async function connect(query = '', token = TOKEN): Promise<Response> {
  const { ticket } = liveTicketSchema.parse(await (await ask('/api/live-tickets', { token, method: 'POST' })).json());
  const protocol = `${LIVE_PROTOCOL}, ${LIVE_TICKET_PREFIX}${ticket}`;
  const headers = { upgrade: 'websocket', 'sec-websocket-protocol': protocol };
  return ask(`/api/callbacks/live${query}`, { token: null, headers });
}

/** A watcher, and all messages that it received. */
async function watch(query = '', token = TOKEN) {
  const { webSocket, status } = await connect(query, token);
  if (webSocket === null) throw new Error(`No socket: ${status}`);
  const told: LiveCallbacks[] = [];
  const closed: number[] = [];
  webSocket.addEventListener('message', ({ data }) => {
    if (data !== 'pong') told.push(liveCallbacksSchema.parse(JSON.parse(String(data))));
  });
  webSocket.addEventListener('close', ({ code }) => {
    closed.push(code);
  });
  webSocket.accept();
  await soon(() => expect(told.map(({ type }) => type)).toEqual(['listening']));
  const items = (): CallbackItem[] => told.flatMap((each) => (each.type === 'callbacks' ? each.items : []));
  return { webSocket, told, closed, items, sids: () => items().map(({ callSid }) => callSid) };
}

async function kept(): Promise<CallbackItem[]> {
  const page = pageSchema(callbackItemSchema).parse(await (await post('/api/callbacks/find', {})).json());
  return page.items.toReversed();
}

describe('the live tail', () => {
  it('shows callbacks of every sink as they come, as a search finds them', async () => {
    const other = await makeSink('IVR');
    const { items } = await watch();
    await send(sink.urls.call, ofCall(1));
    await soon(() => expect(items()).toHaveLength(1));
    await send(other.urls.sms, ofCall(2));
    await soon(() => expect(items()).toHaveLength(2));
    expect(items()).toEqual(await kept());
  });

  it('shows callbacks of own imports', async () => {
    startClock();
    await standIn.reset();
    const template = await makeTemplate();
    const { id } = await importIn(sendFile(contactFile(2), { template: template.id, launch: 'true' }));
    await driveUntil(id, isLaunched);
    const [campaign] = await standIn.creates();
    const [all, ofIt, ofOthers] = await Promise.all([watch(), watch(`?import=${id}`), watch(`?sink=${sink.id}`)]);
    await send(campaign?.callStatusCallback ?? '', ofCall(0, 'no-answer'));
    for (const { items } of [all, ofIt]) {
      await soon(() => expect(items()).toMatchObject([{ import: id, seq: 1, number: mobile(0), status: 'no_answer' }]));
    }
    await send(sink.urls.call, ofCall(1));
    await soon(() => expect([all.items().length, ofOthers.items().length]).toEqual([2, 1]));
    expect(all.items()).toEqual(await kept());
    expect([ofIt.sids(), ofOthers.sids()]).toEqual([['call-0'], ['call-1']]);
  });

  it.each<[string, Record<string, string>]>([
    ['number', { number: mobile(1).replace('+91', '0') }],
    ['status', { status: 'No Answer' }],
    ['kind', { kind: 'sms' }],
  ])('shows what is asked for, in the address or over the socket: %s', async (_what, query) => {
    const [told, untold] = await Promise.all([watch(`?${new URLSearchParams(query).toString()}`), watch()]);
    untold.webSocket.send(JSON.stringify(query));
    await soon(() => expect(untold.told.map(({ type }) => type)).toEqual(['listening', 'listening']));
    await send(sink.urls.call, ofCall(2));
    await send(sink.urls.sms, ofCall(1, 'no-answer'));
    for (const { sids } of [told, untold]) await soon(() => expect(sids()).toEqual(['call-1']));
  });

  it('hangs up on what is no filter, and refuses an address that holds none', async () => {
    const { webSocket, closed } = await watch();
    webSocket.send('{"number":"none"}');
    await soon(() => expect(closed).toEqual([1007]));
    expect(await refusalOf(await connect('?number=none'))).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusalOf(await connect(`?status=${'x'.repeat(101)}`))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });

  it('answers whoever asks whether it is still there', async () => {
    const { webSocket } = await watch();
    const answers: unknown[] = [];
    webSocket.addEventListener('message', ({ data }) => answers.push(data));
    webSocket.send('ping');
    await soon(() => expect(answers).toEqual(['pong']));
  });

  it('shows a viewer three digits of a number', async () => {
    const { token } = await join('Vera', 'viewer');
    const { items } = await watch('', token);
    await send(sink.urls.call, ofCall(1));
    await soon(() => expect(items()).toHaveLength(1));
    expect(JSON.stringify(items())).not.toContain(mobile(1).slice(3, 9));
  });

  it('is closed with the token it was opened with', async () => {
    const { closed } = await watch();
    await env.ACCOUNTS.getByName('dialsheet-demo').closeSocketsOf(await sha256Hex(TOKEN));
    await soon(() => expect(closed).toEqual([1008]));
  });
});
