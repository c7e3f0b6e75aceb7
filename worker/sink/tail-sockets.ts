import { callbackQuerySchema, type CallbackQuery } from '../../shared/protocol/sink.ts';
import { toItem, type KeptCallback } from '../callbacks/understand-callback.ts';
import { createWatchers } from '../live-sockets.ts';
import { matches, readSearchNumber, toFilter } from './match-callback.ts';
import type { LiveCallbacks } from '../../shared/protocol/live-callbacks.ts';

const NO_FILTER = 1007;

/** Sockets that watch callbacks as they come, each with its own filter, which outlives an eviction. */
export function createTailSockets(ctx: DurableObjectState, country: () => string) {
  const watchers = createWatchers<LiveCallbacks>(ctx);
  const isWatched = () => ctx.getWebSockets().length > 0;
  const listening = (): LiveCallbacks => ({ type: 'listening', asOf: new Date().toISOString() });

  return {
    isWatched,
    /** The filter stands in the address, as that of a search does. */
    accept(request: Request): Response {
      const query = readFilter(Object.fromEntries(new URL(request.url).searchParams), country());
      return watchers.accept(request, listening(), query);
    },
    /** Another filter from now on. One that cannot be read hangs up, so that nobody waits for what never comes. */
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

/** Its number in E.164; null where it is no filter. */
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
