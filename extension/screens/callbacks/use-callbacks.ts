import { callbackCalls } from '../../api/callback-calls.ts';
import { useEffect, useMemo } from 'preact/hooks';
import type { CallbackQuery } from '../../../shared/protocol/sink.ts';
import { openFeed } from '../../api/open-feed.ts';
import { useApp } from '../../components/app-context.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { known } from '../../state/loadable.ts';
import { createCallbackTail } from './create-callback-tail.ts';

/** Matching callbacks: one page of the stored ones and, on the first page, those that arrive while one looks. */
export function useCallbacks(query: CallbackQuery, offset: number) {
  const { connection } = useApp();
  const question = JSON.stringify(query);
  const answer = useAnswer(`${offset} ${question}`, (client) => callbackCalls(client).callbacks(query, offset));
  const [client, address] = [connection.client.value, connection.settings.value?.address];
  const tail = useMemo(
    () =>
      createCallbackTail({
        open: (handlers) =>
          client && address !== undefined
            ? openFeed(
                { address, ticket: client.liveTicket },
                { path: '/api/callbacks/live', answer: 'liveCallbacks', first: query },
                handlers,
              )
            : () => {},
        listening: () => void answer.again(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
      }),
    [client, address, question],
  );
  const isFirst = offset === 0;
  useEffect(() => {
    if (!isFirst) return undefined;
    tail.start();
    return () => tail.stop();
  }, [tail, isFirst]);
  const page = known(answer.loadable);
  useEffect(() => {
    if (page !== null) tail.forget(page.items);
  }, [page]);
  return { answer, tail, page, isFirst };
}
