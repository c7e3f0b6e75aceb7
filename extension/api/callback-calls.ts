import type { CallbackQuery, Sink } from '../../shared/protocol/sink.ts';
import type { Delivery, Destination, DestinationChange, EventType } from '../../shared/protocol/destination.ts';
import type { Answer } from './answers.ts';
import { given, toQuery } from './to-query.ts';
import type { Answered, Page, WorkerClient } from './worker-client.ts';

export const CALLBACKS_A_PAGE = 25;
export const DELIVERIES_A_PAGE = 20;
const SEARCH_TIMEOUT_MS = 120_000;

/** Calls about stored callbacks, the sinks that receive them, and the destinations that get events. */
export function callbackCalls({ ask, tell }: Pick<WorkerClient, 'ask' | 'tell'>) {
  const sinkPath = (id: string) => `/api/sinks/${encodeURIComponent(id)}`;
  const destinationPath = (id: string, rest = '') => `/api/destinations/${encodeURIComponent(id)}${rest}`;

  return {
    /** Newest first. */
    callbacks: (query: CallbackQuery, offset: number): Answered<Answer<'callbacks'>> =>
      ask('callbacks', '/api/callbacks/find', {
        method: 'POST',
        json: { ...given(query), offset, limit: CALLBACKS_A_PAGE },
        timeoutMs: SEARCH_TIMEOUT_MS,
      }),
    sinks: (): Answered<Page<Sink>> => ask('sinks', '/api/sinks?limit=100'),
    createSink: (name: string): Answered<Sink> => ask('sink', '/api/sinks', { method: 'POST', json: { name } }),
    deleteSink: (id: string): Answered<null> => tell(sinkPath(id), { method: 'DELETE' }),

    destinations: (): Answered<Page<Destination>> => ask('destinations', '/api/destinations?limit=100'),
    destination: (id: string): Answered<Destination> => ask('destination', destinationPath(id)),
    createDestination: (input: {
      name: string;
      url: string;
      events: readonly EventType[];
    }): Answered<Answer<'newDestination'>> =>
      ask('newDestination', '/api/destinations', { method: 'POST', json: input }),
    changeDestination: (id: string, change: DestinationChange): Answered<Destination> =>
      ask('destination', destinationPath(id), { method: 'PATCH', json: change }),
    rotateSecret: (id: string): Answered<Answer<'newDestination'>> =>
      ask('newDestination', destinationPath(id, '/rotate'), { method: 'POST' }),
    deleteDestination: (id: string): Answered<null> => tell(destinationPath(id), { method: 'DELETE' }),
    testDestination: (id: string): Answered<Delivery> =>
      ask('delivery', destinationPath(id, '/test'), { method: 'POST', json: {}, timeoutMs: SEARCH_TIMEOUT_MS }),
    deliveries: (id: string, status: string, offset: number): Answered<Page<Delivery>> =>
      ask(
        'deliveries',
        `${destinationPath(id, '/deliveries')}?${toQuery({ status, offset: String(offset), limit: String(DELIVERIES_A_PAGE) })}`,
      ),
    replayDelivery: (id: string, delivery: string): Answered<Delivery> =>
      ask('delivery', destinationPath(id, `/deliveries/${encodeURIComponent(delivery)}/replay`), {
        method: 'POST',
        timeoutMs: SEARCH_TIMEOUT_MS,
      }),
    replay: (id: string, range: { from: string; to: string; failedOnly: boolean }): Answered<{ replayed: number }> =>
      ask('replayed', destinationPath(id, '/replay'), {
        method: 'POST',
        json: range,
        timeoutMs: SEARCH_TIMEOUT_MS,
      }),
  };
}
