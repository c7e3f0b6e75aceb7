import { LIVE_PROTOCOL } from '../shared/protocol/live.ts';

/** The SHA-256 of the token a socket was opened with, as the edge tells the object that holds the socket. */
export const SOCKET_TOKEN_HEADER = 'x-socket-token';

/** The platform's own limit of a socket's tag. */
const MAX_TAG_CHARS = 256;
const TOKEN_REVOKED = 1008;

/** The live sockets of an object. They hibernate: an idle watcher costs nothing, and outlives an eviction. */
export function createWatchers<Message>(ctx: DurableObjectState) {
  function send(socket: WebSocket, message: Message): void {
    try {
      socket.send(JSON.stringify(message));
    } catch {
      // It is closing; its client comes back and gets a snapshot.
    }
  }

  return {
    /** Answers the upgrade; the first message is the whole truth. */
    accept(request: Request, first: Message): Response {
      const { 0: client, 1: server } = new WebSocketPair();
      const token = request.headers.get(SOCKET_TOKEN_HEADER) ?? '';
      ctx.acceptWebSocket(server, token === '' ? [] : [token.slice(0, MAX_TAG_CHARS)]);
      send(server, first);
      const headers = { 'sec-websocket-protocol': LIVE_PROTOCOL };
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    tell(message: Message): void {
      for (const socket of ctx.getWebSockets()) send(socket, message);
    },
    /** What they watch is gone: says so, and hangs up. */
    dismiss(last: Message): void {
      for (const socket of ctx.getWebSockets()) {
        send(socket, last);
        socket.close(1000, 'deleted');
      }
    },
    /** Those opened with a token that is no longer good. */
    closeThoseOf(token: string): void {
      for (const socket of ctx.getWebSockets(token)) socket.close(TOKEN_REVOKED, 'token revoked');
    },
  };
}
