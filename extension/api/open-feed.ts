import { LIVE_SILENCE_SECONDS } from '../../shared/extension-limits.ts';
import type { Answer } from './answers.ts';
import type { Answered } from './worker-client.ts';
import { readAnswer } from './read-answer.ts';

export interface FeedHandlers<Message> {
  readonly heard: (message: Message) => void;
  /** Called once, whatever went wrong; nothing follows it. */
  readonly closed: () => void;
}

/** A Worker's address, and how to ask it for a ticket. The team token itself is never put into a socket's headers. */
export interface LiveDoor {
  readonly address: string;
  readonly ticket: () => Answered<{ ticket: string }>;
}

/** Which feed, the schema of each message, and the first thing to send: nothing personal is put into an address. */
interface Feed<Name> {
  readonly path: string;
  readonly answer: Name;
  readonly first?: unknown;
}

/** The Worker's sockets answer this by themselves, so that a connection cut silently is noticed. */
const PING = 'ping';
const PONG = 'pong';

/** Opens a live feed. Answers a function that closes it, after which no handler is called. */
export function openFeed<Name extends 'live' | 'liveCallbacks'>(
  door: LiveDoor,
  { path, answer, first }: Feed<Name>,
  handlers: FeedHandlers<Answer<Name>>,
): () => void {
  let over = false;
  let socket: WebSocket | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    over = true;
    clearTimeout(quiet);
    socket?.close();
  };
  const end = () => {
    if (over) return;
    close();
    handlers.closed();
  };
  /** Only a feed that we start with a message has no other way to find out whether it is still connected. */
  const watchSilence = () => {
    if (first === undefined || over) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      socket?.send(PING);
      quiet = setTimeout(end, LIVE_SILENCE_SECONDS * 1000);
    }, LIVE_SILENCE_SECONDS * 1000);
  };

  async function start(): Promise<void> {
    const { LIVE_PROTOCOL, LIVE_TICKET_PREFIX } = await import('../../shared/protocol/live.ts');
    const asked = await door.ticket();
    if (over) return;
    if (!asked.ok) return end(); // as good as a lost connection: polling takes over and shows the reason
    const url = new URL(path, door.address);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = new WebSocket(url, [LIVE_PROTOCOL, LIVE_TICKET_PREFIX + asked.value.ticket]);
    socket = opened;
    opened.addEventListener('close', end);
    opened.addEventListener('error', end);
    opened.addEventListener('open', () => {
      if (first !== undefined) opened.send(JSON.stringify(first));
      watchSilence();
    });
    // Parsing is asynchronous the first time, so a chain of promises keeps the messages in order.
    let last = Promise.resolve();
    opened.addEventListener('message', (event: MessageEvent<unknown>) => {
      watchSilence();
      if (event.data !== PONG) last = last.then(() => hear(event.data)).catch(end);
    });
  }

  async function hear(data: unknown): Promise<void> {
    const parsed = await readAnswer(answer, parseJson(data));
    if (over) return;
    if (parsed.ok) handlers.heard(parsed.value);
    else end(); // a feed that cannot be read is as good as a lost connection: polling takes over
  }

  start().catch(end);
  return close;
}

function parseJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
