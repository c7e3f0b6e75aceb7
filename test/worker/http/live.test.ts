import { abortAllDurableObjects, reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  LIVE_PROTOCOL,
  LIVE_TOKEN_PREFIX,
  liveMessageSchema,
  type LiveMessage,
} from '../../../shared/protocol/live.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile, TOKEN } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

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

const asToken = (token: string) => `${LIVE_PROTOCOL}, ${LIVE_TOKEN_PREFIX}${btoa(token).replaceAll('=', '')}`;

/** A watcher, and all it was told. */
async function watch() {
  const answer = await connect(asToken(TOKEN));
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
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
  return { answer, told, closed };
}

describe('the live socket', () => {
  it('tells the whole import first, then what changes, until it is deleted', async () => {
    const { answer, told, closed } = await watch();
    expect([answer.status, answer.headers.get('sec-websocket-protocol')]).toEqual([101, LIVE_PROTOCOL]);
    expect(told[0]).toMatchObject({ type: 'snapshot', import: { id, state: 'checked', rows: { accepted: 4 } } });

    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 4, campaigns: 1 } }));
    await driveUntil(id, isLaunched);
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ type: 'change', state: 'running' }));
    const [campaign] = await standIn.creates();
    const url = campaign?.callStatusCallback ?? '';
    await ask(url, {
      token: null,
      method: 'POST',
      body: JSON.stringify({ call_sid: 'a', number: mobile(0), status: 'completed' }),
    });
    await vi.waitFor(() =>
      expect(told.at(-1)).toMatchObject({
        type: 'change',
        contacts: { completed: 1, queued: 3 },
        campaigns: [{ seq: 1 }],
      }),
    );
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    await vi.waitFor(() =>
      expect(told.at(-1)).toMatchObject({ type: 'change', state: 'finished', finishedAt: expect.any(String) }),
    );
    await ask(`/api/imports/${id}`, { method: 'DELETE' });
    await vi.waitFor(() => expect([told.at(-1), closed]).toEqual([{ type: 'deleted' }, [1000]]));
  });

  it('tells everyone who watches, and whoever comes later what is true then', async () => {
    const [first, second] = await Promise.all([watch(), watch()]);
    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 4, campaigns: 1 } }));
    for (const { told } of [first, second]) await vi.waitFor(() => expect(told.at(-1)?.type).toBe('change'));
    await driveUntil(id, isLaunched);
    await abortAllDurableObjects();
    const third = await watch();
    expect(third.told[0]).toMatchObject({ type: 'snapshot', import: { state: 'running', contacts: { queued: 4 } } });
  });

  it.each([
    ['without a token', LIVE_PROTOCOL],
    ['with a wrong one', asToken('token-of-nobody')],
    ['with one that is not encoded', `${LIVE_PROTOCOL}, ${LIVE_TOKEN_PREFIX}${TOKEN}!`],
    ['with an empty one', `${LIVE_PROTOCOL}, ${LIVE_TOKEN_PREFIX}`],
  ])('is refused %s', async (_what, protocol) => {
    expect(await refusalOf(await connect(protocol))).toEqual({ status: 401, code: 'unauthorised' });
  });

  it('is refused without an upgrade, and for an import that is not there', async () => {
    expect(await refusalOf(await ask(`/api/imports/${id}/live`))).toEqual({ status: 426, code: 'websocket_expected' });
    id = 'nobody';
    expect(await refusalOf(await connect(asToken(TOKEN)))).toEqual({ status: 404, code: 'import_not_found' });
  });
});
