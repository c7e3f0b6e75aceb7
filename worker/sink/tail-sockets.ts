import { callbackQuerySchema, type CallbackQuery } from '../../shared/protocol/sink.ts';
import { toItem, type KeptCallback } from '../callbacks/understand-callback.ts';
import { createWatchers } from '../live-sockets.ts';
import { matches, readSearchNumber, toFilter } from './match-callback.ts';
import type { LiveCallbacks } from '../../shared/protocol/live-callbacks.ts';

const NO_FILTER = 1007;

/** Sockets that watch callbacks arrive. Each has its own filter, which survives an eviction. */
export function createTailSockets(ctx: DurableObjectState, country: () => string) {
  const watchers = createWatchers<LiveCallbacks>(ctx);
  const isWatched = () => ctx.getWebSockets().length > 0;
  const listening = (): LiveCallbacks => ({ type: 'listening', asOf: new Date().toISOString() });

  return {
    isWatched,
    /** The filter is in the address, as for a search. */
    accept(request: Request): Response {
      const query = readFilter(Object.fromEntries(new URL(request.url).searchParams), country());
      return watchers.accept(request, listening(), query);
    },
    /**
     * The socket sends another filter. If it cannot be read, the socket is closed, so that nobody waits for callbacks
     * that never come.
     */
    filter(socket: WebSocket, message: string | ArrayBuffer): void {
      const query = readFilter(parseJson(message), country());
      if (query === null) socket.close(NO_FILTER, 'This is no filter of callbacks');
      else watchers.want(socket, query, listening());
    },
    show(callbacks: readonly KeptCallback[], leftOut: number): boolean {
      watchers.tellEach((wants) => {
        const query = callbackQuerySchema.safeParse(wants);
        if (!query.success) return null;
        const items = callbacks.filter((callback) => isWanted(callback, query.data)).map(toItem);
        return items.length > 0 || leftOut > 0 ? { type: 'callbacks', items, leftOut } : null;
      });
      return isWatched();
    },
    closeThoseOf: (token: string) => watchers.closeThoseOf(token),
  };
}

/** The filter with its number in E.164; null if it is not a filter. */
function readFilter(asked: unknown, country: string): CallbackQuery | null {
  const query = callbackQuerySchema.safeParse(asked);
  if (!query.success) return null;
  if (query.data.number === undefined) return query.data;
  const number = readSearchNumber(query.data.number, country);
  return number === null ? null : { ...query.data, number };
}

function isWanted(callback: KeptCallback, query: CallbackQuery): boolean {
  if (query.sink !== undefined && query.sink !== callback.sink) return false;
  if (query.import !== undefined && query.import !== callback.import) return false;
  return matches(callback, toFilter(query, query.number ?? null));
}

function parseJson(message: string | ArrayBuffer): unknown {
  try {
    return typeof message === 'string' ? JSON.parse(message) : null;
  } catch {
    return null;
  }
}
