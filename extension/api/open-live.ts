import type { LiveMessage } from '../../shared/protocol/live.ts';
import type { Answered } from './worker-client.ts';
import { readAnswer } from './read-answer.ts';

export interface LiveHandlers {
  readonly heard: (message: LiveMessage) => void;
  /** Said once, whatever went wrong; nothing follows it. */
  readonly closed: () => void;
}

/** A Worker's address, and how it is asked for a ticket: the team token itself never stands in a socket's headers. */
interface LiveDoor {
  readonly address: string;
  readonly ticket: () => Answered<{ ticket: string }>;
}

/** Opens the live feed of one import. Answers how to close it, after which nothing more is heard. */
type OpenLive = (door: LiveDoor, importId: string, handlers: LiveHandlers) => () => void;

export const openLive: OpenLive = (door, importId, handlers) => {
  let over = false;
  let socket: WebSocket | null = null;
  const close = () => {
    over = true;
    socket?.close();
  };
  const end = () => {
    if (over) return;
    close();
    handlers.closed();
  };

  async function start(): Promise<void> {
    const { LIVE_PROTOCOL, LIVE_TICKET_PREFIX } = await import('../../shared/protocol/live.ts');
    const asked = await door.ticket();
    if (over) return;
    if (!asked.ok) return end(); // as good as down: polling takes over, and says why
    const url = new URL(`/api/imports/${encodeURIComponent(importId)}/live`, door.address);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(url, [LIVE_PROTOCOL, LIVE_TICKET_PREFIX + asked.value.ticket]);
    socket.addEventListener('close', end);
    socket.addEventListener('error', end);
    // Parsing is asynchronous the first time: a chain keeps messages in the order they came.
    let last = Promise.resolve();
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      last = last.then(() => hear(event.data)).catch(end);
    });
  }

  async function hear(data: unknown): Promise<void> {
    const parsed = await readAnswer('live', parseJson(data));
    if (over) return;
    if (parsed.ok) handlers.heard(parsed.value);
    else end(); // a feed that cannot be read is as good as down: polling takes over
  }

  start().catch(end);
  return close;
};

function parseJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
