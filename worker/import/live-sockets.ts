import { LIVE_PROTOCOL, type LiveMessage } from '../../shared/protocol/live.ts';

/** The live sockets of an import. They hibernate: an idle watcher costs nothing, and outlives an eviction. */
export function createWatchers(ctx: DurableObjectState) {
  function send(socket: WebSocket, message: LiveMessage): void {
    try {
      socket.send(JSON.stringify(message));
    } catch {
      // It is closing; its client comes back and gets a snapshot.
    }
  }

  return {
    /** Answers the upgrade; the first message is the whole truth. */
    accept(first: LiveMessage): Response {
      const { 0: client, 1: server } = new WebSocketPair();
      ctx.acceptWebSocket(server);
      send(server, first);
      const headers = { 'sec-websocket-protocol': LIVE_PROTOCOL };
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    tell(message: LiveMessage): void {
      for (const socket of ctx.getWebSockets()) send(socket, message);
    },
    /** The import is gone: says so, and hangs up. */
    dismiss(): void {
      for (const socket of ctx.getWebSockets()) {
        send(socket, { type: 'deleted' });
        socket.close(1000, 'deleted');
      }
    },
  };
}
