import { abortAllDurableObjects, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  LIVE_PROTOCOL,
  LIVE_TICKET_PREFIX,
  liveMessageSchema,
  liveTicketSchema,
  type LiveMessage,
} from '../../../shared/protocol/live.ts';
import { sha256Hex } from '../../../worker/sha256-hex.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile, TOKEN } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let id: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  const template = await makeTemplate();
  id = (await importIn(sendFile(contactFile(4), { template: template.id }))).id;
});
afterEach(reset);

function connect(protocol: string, token: string | null = null): Promise<Response> {
  return ask(`/api/imports/${id}/live`, {
    token,
    headers: { upgrade: 'websocket', 'sec-websocket-protocol': protocol },
  });
}

async function ticketOf(token = TOKEN): Promise<string> {
  return liveTicketSchema.parse(await (await ask('/api/live-tickets', { token, method: 'POST' })).json()).ticket;
}

const withTicket = (ticket: string) => `${LIVE_PROTOCOL}, ${LIVE_TICKET_PREFIX}${ticket}`;

/** A watcher, and all messages that it received. */
async function watch(token = TOKEN) {
  const answer = await connect(withTicket(await ticketOf(token)));
  const { webSocket } = answer;
  if (webSocket === null) throw new Error(`No socket: ${answer.status} ${await answer.text()}`);
  const told: LiveMessage[] = [];
  const closed: number[] = [];
  webSocket.addEventListener('message', ({ data }) => {
    told.push(liveMessageSchema.parse(JSON.parse(String(data))));
  });
  webSocket.addEventListener('close', ({ code }) => {
    closed.push(code);
  });
  webSocket.accept();
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), PATIENCE);
  return { answer, told, closed };
}

describe('the live socket', () => {
  it('tells the whole import first, then what changes, until it is deleted', async () => {
    const { answer, told, closed } = await watch();
    expect([answer.status, answer.headers.get('sec-websocket-protocol')]).toEqual([101, LIVE_PROTOCOL]);
    expect(told[0]).toMatchObject({ type: 'snapshot', import: { id, state: 'checked', rows: { accepted: 4 } } });

    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 4, campaigns: 1 } }));
    await driveUntil(id, isLaunched);
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ type: 'change', state: 'running' }), PATIENCE);
    const [campaign] = await standIn.creates();
    const url = campaign?.callStatusCallback ?? '';
    await ask(url, {
      token: null,
      method: 'POST',
      body: JSON.stringify({ call_sid: 'a', number: mobile(0), status: 'completed' }),
    });
    // Totals are sent once a second, so the usual second of patience may be too short.
    await vi.waitFor(
      () =>
        expect(told.at(-1)).toMatchObject({
          type: 'change',
          contacts: { completed: 1, queued: 3 },
          campaigns: [{ seq: 1 }],
        }),
      PATIENCE,
    );
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    await vi.waitFor(
      () => expect(told.at(-1)).toMatchObject({ type: 'change', state: 'finished', finishedAt: expect.any(String) }),
      PATIENCE,
    );
    await ask(`/api/imports/${id}`, { method: 'DELETE' });
    await vi.waitFor(() => expect([told.at(-1), closed]).toEqual([{ type: 'deleted' }, [1000]]), PATIENCE);
  });

  it('tells everyone who watches, and whoever comes later what is true then', async () => {
    const [first, second] = await Promise.all([watch(), watch()]);
    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 4, campaigns: 1 } }));
    for (const { told } of [first, second]) await vi.waitFor(() => expect(told.at(-1)?.type).toBe('change'), PATIENCE);
    await driveUntil(id, isLaunched);
    await abortAllDurableObjects();
    const third = await watch();
    expect(third.told[0]).toMatchObject({ type: 'snapshot', import: { state: 'running', contacts: { queued: 4 } } });
  });

  it.each([
    ['without a ticket', LIVE_PROTOCOL],
    ['with one that nobody was given', withTicket('0'.repeat(64))],
    ['with an empty one', withTicket('')],
    ['with a team token', `${LIVE_PROTOCOL}, bearer.${btoa(TOKEN).replaceAll('=', '')}`],
    ['with a team token as a ticket', withTicket(TOKEN)],
  ])('is refused %s', async (_what, protocol) => {
    expect(await refusalOf(await connect(protocol))).toEqual({ status: 401, code: 'unauthorised' });
  });

  it('is refused with a team token among the sub-protocols, whatever else is right', async () => {
    const both = `${withTicket(await ticketOf())}, bearer.${btoa(TOKEN)}`;
    expect(await refusalOf(await connect(both))).toEqual({ status: 401, code: 'unauthorised' });
    expect(await refusalOf(await connect(`${LIVE_PROTOCOL}, bearer.x`, TOKEN))).toMatchObject({ status: 401 });
  });

  it('is opened by a ticket once', async () => {
    const ticket = await ticketOf();
    expect((await connect(withTicket(ticket))).status).toBe(101);
    expect(await refusalOf(await connect(withTicket(ticket)))).toEqual({ status: 401, code: 'unauthorised' });
  });

  it('is opened by one of twenty that come with the same ticket at once', async () => {
    const ticket = await ticketOf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => connect(withTicket(ticket))));
    const opened = answers.filter(({ status }) => status === 101);
    expect([opened.length, answers.filter(({ status }) => status === 401).length]).toEqual([1, 19]);
  });

  it('is not opened by a ticket that is a minute old', async () => {
    const ticket = await ticketOf();
    goAhead(60_000);
    expect(await refusalOf(await connect(withTicket(ticket)))).toEqual({ status: 401, code: 'unauthorised' });
  });

  it('is all that a ticket opens', async () => {
    for (const [path, method] of [
      ['/api/account', 'GET'],
      [`/api/imports/${id}`, 'DELETE'],
      [`/api/imports/${id}/live`, 'GET'],
    ] as const) {
      const headers = { 'sec-websocket-protocol': withTicket(await ticketOf()) };
      expect(await refusalOf(await ask(path, { token: null, method, headers }))).toMatchObject({ status: 401 });
    }
  });

  it('is given to whoever has a token, and is another one each time', async () => {
    const refused = await ask('/api/live-tickets', { token: 'token-of-nobody', method: 'POST' });
    expect(await refusalOf(refused)).toEqual({ status: 401, code: 'unauthorised' });
    expect(new Set([await ticketOf(), await ticketOf(), await ticketOf('token-of-ravi')]).size).toBe(3);
  });

  it('ends with the token it was opened with, and no other does', async () => {
    const [asha, ravi] = await Promise.all([watch(), watch('token-of-ravi')]);
    const hers = await ticketOf();
    const hash = await sha256Hex(TOKEN);
    await env.ACCOUNTS.getByName('dialsheet-demo').closeSocketsOf(hash);
    await vi.waitFor(() => expect([asha.closed, ravi.closed]).toEqual([[1008], []]), PATIENCE);
    expect(await refusalOf(await connect(withTicket(hers)))).toMatchObject({ status: 401 });
  });

  it('is refused without an upgrade, and for an import that is not there', async () => {
    expect(await refusalOf(await ask(`/api/imports/${id}/live`))).toEqual({ status: 426, code: 'websocket_expected' });
    id = 'nobody';
    expect(await refusalOf(await connect(withTicket(await ticketOf())))).toEqual({
      status: 404,
      code: 'import_not_found',
    });
  });
});
