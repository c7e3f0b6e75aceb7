import { madeTokenSchema, type MadeToken, type TokenRequest } from '../../../shared/protocol/team.ts';
import { LIVE_PROTOCOL, LIVE_TICKET_PREFIX, liveTicketSchema } from '../../../shared/protocol/live.ts';
import { ask, post } from '../support/edge.ts';
import type { Role } from '../../../shared/team/roles.ts';

export async function makeToken(wish: TokenRequest): Promise<MadeToken> {
  const answer = await post('/api/tokens', wish);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return madeTokenSchema.parse(await answer.json());
}

/** Makes a token of this role for a person, by asha. */
export async function join(name: string, role: Role, rest: Partial<TokenRequest> = {}) {
  const { token, id } = await makeToken({ name, role, ...rest });
  return {
    id,
    token,
    get: (path: string) => ask(path, { token }),
    send: (method: string, path: string, body?: unknown) =>
      ask(path, {
        token,
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    sendFile: (body: BodyInit, query: Readonly<Record<string, string>>) =>
      ask(`/api/imports?${new URLSearchParams(query).toString()}`, {
        token,
        method: 'POST',
        body,
        headers: { 'content-type': 'text/csv' },
      }),
  };
}
export type Member = Awaited<ReturnType<typeof join>>;

/** A live socket opened with this token: all messages that it received, and how it was closed. */
export async function watchImport(id: string, token: string) {
  const made = await ask('/api/live-tickets', { token, method: 'POST' });
  const { ticket } = liveTicketSchema.parse(await made.json());
  const protocol = `${LIVE_PROTOCOL}, ${LIVE_TICKET_PREFIX}${ticket}`;
  const headers = { upgrade: 'websocket', 'sec-websocket-protocol': protocol, 'x-socket-listener': 'null' };
  const { webSocket, status } = await ask(`/api/imports/${id}/live`, { token: null, headers });
  if (webSocket === null) throw new Error(`No socket: ${status}`);
  const told: string[] = [];
  const closed: number[] = [];
  webSocket.addEventListener('message', ({ data }) => {
    told.push(String(data));
  });
  webSocket.addEventListener('close', ({ code }) => {
    closed.push(code);
  });
  webSocket.accept();
  return { told, closed };
}
