import { setTimeout as wait } from 'node:timers/promises';
import type { Import } from '../../../shared/protocol/import.ts';
import {
  LIVE_PROTOCOL,
  LIVE_TICKET_PREFIX,
  liveMessageSchema,
  liveTicketSchema,
  type LiveMessage,
} from '../../../shared/protocol/live.ts';

/** The import after a live message; null when it was deleted, or before the first snapshot. */
export function applyLiveMessage(current: Import | null, message: LiveMessage): Import | null {
  if (message.type === 'snapshot') return message.import;
  if (message.type === 'deleted' || current === null) return null;
  const { type: _, campaigns, ...changed } = message;
  const bySeq = new Map([...current.campaigns, ...campaigns].map((campaign) => [campaign.seq, campaign]));
  return { ...current, ...changed, campaigns: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
}

export interface FollowOptions {
  readonly workerUrl: string;
  readonly token: string;
  readonly importId: string;
  readonly onChange?: (view: Import) => void;
  readonly until: (view: Import) => boolean;
  /** So long without any change: however slow the machine is, what goes on is waited for. */
  readonly timeoutMs: number;
}

/** What one live socket is opened with; throws where the Worker gives none. */
export async function askTicket(workerUrl: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${workerUrl}/api/live-tickets`, { method: 'POST', headers });
  return liveTicketSchema.parse(await answer.json()).ticket;
}

/** Watches an import over its live socket, reconnecting when that breaks, until `until` holds; throws where nothing moves any more. */
export async function followImport(options: FollowOptions): Promise<Import> {
  const given = new AbortController();
  const giveUp = () => given.abort();
  let timer = setTimeout(giveUp, options.timeoutMs);
  let seen = '';
  const onChange = (view: Import): void => {
    options.onChange?.(view);
    const now = stateOf(view);
    if (now === seen) return;
    seen = now;
    clearTimeout(timer);
    timer = setTimeout(giveUp, options.timeoutMs);
  };
  try {
    let last: Import | null = null;
    while (!given.signal.aborted) {
      last = await followOnce({ ...options, onChange }, given.signal, last);
      if (last !== null && options.until(last)) return last;
      await wait(250);
    }
    throw new Error(
      `Nothing changed for ${options.timeoutMs / 1000} s. The import is ${stateOf(last)}. See what the Worker says in .local/, or try again on a machine that does less.`,
    );
  } finally {
    clearTimeout(timer);
  }
}

function stateOf(view: Import | null): string {
  if (view === null) return 'not seen yet';
  const counts = Object.entries(view.contacts).flatMap(([outcome, contacts]) =>
    contacts === 0 ? [] : [`${contacts} ${outcome.replaceAll('_', ' ')}`],
  );
  const waits = view.attention.map(({ message }) => message);
  return [`${view.state} (${counts.join(', ')})`, ...waits].join('. ');
}

/** One socket's life; answers what was known last. */
async function followOnce(
  options: FollowOptions,
  deadline: AbortSignal,
  before: Import | null,
): Promise<Import | null> {
  const ticket = await askTicket(options.workerUrl, options.token).catch(() => null);
  if (ticket === null) return before;
  const address = `${options.workerUrl.replace(/^http/, 'ws')}/api/imports/${options.importId}/live`;
  const socket = new WebSocket(address, [LIVE_PROTOCOL, LIVE_TICKET_PREFIX + ticket]);
  return new Promise((resolve) => {
    let view = before;
    const end = (): void => {
      deadline.removeEventListener('abort', end);
      socket.close();
      resolve(view);
    };
    deadline.addEventListener('abort', end);
    socket.addEventListener('error', end);
    socket.addEventListener('close', end);
    socket.addEventListener('message', (event) => {
      const message = liveMessageSchema.safeParse(JSON.parse(String(event.data)));
      if (!message.success) return end();
      view = applyLiveMessage(view, message.data);
      if (view === null) return end();
      options.onChange?.(view);
      if (options.until(view)) end();
    });
  });
}
