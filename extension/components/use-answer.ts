import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Answered, WorkerClient } from '../api/worker-client.ts';
import { createResource } from '../state/create-resource.ts';
import type { Loadable } from '../state/loadable.ts';
import { useApp } from './app-context.ts';

export interface Answering<T> {
  readonly loadable: Loadable<T>;
  /** A request is running. */
  readonly busy: boolean;
  readonly again: () => Promise<void>;
  /** Shows what another call answered about the same thing. */
  readonly show: (value: T) => void;
}

/** The Worker's answer, requested again whenever `question` changes. The last answer stays until a new one arrives. */
export function useAnswer<T>(question: string, ask: (client: WorkerClient) => Answered<T>): Answering<T> {
  const { connection } = useApp();
  const client = connection.client.value;
  const newest = useRef(ask);
  newest.current = ask;
  const resource = useMemo(
    () => createResource<T>(async () => (client ? newest.current(client) : null), Date.now),
    [client],
  );
  const underWay = useSignal(0);
  async function again(): Promise<void> {
    underWay.value += 1;
    await resource.refresh();
    underWay.value -= 1;
  }
  useEffect(() => void again(), [resource, question]);
  return { loadable: resource.loadable.value, busy: underWay.value > 0, again, show: (value) => resource.show(value) };
}
