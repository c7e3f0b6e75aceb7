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
  readonly timeoutMs: number;
}

/** What one live socket is opened with; throws where the Worker gives none. */
export async function askTicket(workerUrl: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${workerUrl}/api/live-tickets`, { method: 'POST', headers });
  return liveTicketSchema.parse(await answer.json()).ticket;
}

/** Watches an import over its live socket, reconnecting when that breaks, until `until` holds; throws on the timeout. */
export async function followImport(options: FollowOptions): Promise<Import> {
  const deadline = AbortSignal.timeout(options.timeoutMs);
  let last: Import | null = null;
  while (!deadline.aborted) {
    last = await followOnce(options, deadline, last);
    if (last !== null && options.until(last)) return last;
    await wait(250);
  }
  throw new Error(
    `Import ${options.importId} did not get there in ${options.timeoutMs / 1000} s; it is ${stateOf(last)}`,
  );
}

function stateOf(view: Import | null): string {
  return view === null ? 'unseen' : `${view.state}: ${JSON.stringify({ ...view.contacts, attention: view.attention })}`;
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
