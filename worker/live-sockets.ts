import { z } from 'zod';
import { LIVE_PROTOCOL } from '../shared/protocol/live.ts';
import { maskJson } from '../shared/team/mask-numbers.ts';

/**
 * Who listens: the SHA-256 of the token that opened the socket, what that token may read, and until when (epoch ms).
 */
const listenerSchema = z.object({
  token: z.string(),
  isMasked: z.boolean(),
  until: z.number().nullable(),
  /** What the listener wants to hear; the object that holds the socket decides what this means. */
  wants: z.unknown().default(null),
});
type Listener = z.infer<typeof listenerSchema>;

const LISTENER_HEADER = 'x-socket-listener';
/** The platform's own limit of a socket's tag. */
const MAX_TAG_CHARS = 256;
const TOKEN_REVOKED = 1008;

/** The headers in which the edge tells the object who listens. */
export function listenerHeaders(listener: Omit<Listener, 'wants'>): Record<string, string> {
  return { [LISTENER_HEADER]: JSON.stringify(listener) };
}

/** The live sockets of an object. They hibernate: an idle watcher costs nothing, and outlives an eviction. */
export function createWatchers<Message>(
  ctx: DurableObjectState,
  isWatcher: (socket: WebSocket) => boolean = () => true,
) {
  const all = (): WebSocket[] => ctx.getWebSockets().filter(isWatcher);

  function send(socket: WebSocket, text: string): void {
    try {
      socket.send(text);
    } catch {
      // The socket is closing; its client reconnects and gets a snapshot.
    }
  }

  /** False if the token is no longer good; then the socket is closed. */
  function isGood(socket: WebSocket): boolean {
    const { until } = listenerOn(socket);
    if (until === null || until > Date.now()) return true;
    socket.close(TOKEN_REVOKED, 'token expired');
    return false;
  }

  /** The message is written at most twice: once for listeners who may read numbers, once for those who may not. */
  function sendAll(message: Message): void {
    const texts = new Map<boolean, string>();
    for (const socket of all()) {
      if (!isGood(socket)) continue;
      const { isMasked } = listenerOn(socket);
      const text = texts.get(isMasked) ?? textFor(isMasked, message);
      texts.set(isMasked, text);
      send(socket, text);
    }
  }

  return {
    /** Answers the upgrade; the first message is the whole truth. */
    accept(request: Request, first: Message, wants: unknown = null): Response {
      const { 0: client, 1: server } = new WebSocketPair();
      const listener = listenerSchema.parse(JSON.parse(request.headers.get(LISTENER_HEADER) ?? 'null'));
      ctx.acceptWebSocket(server, [listener.token.slice(0, MAX_TAG_CHARS)]);
      server.serializeAttachment({ ...listener, wants });
      send(server, textFor(listener.isMasked, first));
      const headers = { 'sec-websocket-protocol': LIVE_PROTOCOL };
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    isAny: () => all().length > 0,
    tell: sendAll,
    /** Sends each listener the message for what it wants, or nothing where `messageFor` answers null. */
    tellEach(messageFor: (wants: unknown) => Message | null): void {
      for (const socket of all()) {
        const { isMasked, wants } = listenerOn(socket);
        const message = messageFor(wants);
        if (message !== null && isGood(socket)) send(socket, textFor(isMasked, message));
      }
    },
    /** Notes that the listener wants something else from now on, and sends it the first message of that. */
    want(socket: WebSocket, wants: unknown, first: Message): void {
      if (!isGood(socket)) return;
      const listener = listenerOn(socket);
      socket.serializeAttachment({ ...listener, wants });
      send(socket, textFor(listener.isMasked, first));
    },
    /** What they watch is gone: sends the last message and closes the sockets. */
    dismiss(last: Message): void {
      sendAll(last);
      for (const socket of all()) socket.close(1000, 'deleted');
    },
    /** Closes the sockets that were opened with a token that is no longer good. */
    closeThoseOf(token: string): void {
      for (const socket of ctx.getWebSockets(token)) socket.close(TOKEN_REVOKED, 'token revoked');
    },
  };
}

function textFor(isMasked: boolean, message: unknown): string {
  return JSON.stringify(isMasked ? maskJson(message) : message);
}

/** A socket without listener data was opened by an earlier version, where everybody was an admin. */
function listenerOn(socket: WebSocket): Listener {
  const attached = listenerSchema.safeParse(socket.deserializeAttachment());
  return attached.success ? attached.data : { token: '', isMasked: false, until: null, wants: null };
}
