import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Result } from '../../shared/result.ts';
import type { ApiFault } from '../api/api-fault.ts';
import { known, knownAt } from './loadable.ts';
import type { Loadable } from './loadable.ts';

export interface Resource<T> {
  readonly loadable: ReadonlySignal<Loadable<T>>;
  refresh(): Promise<void>;
  /** Shows what another call has answered; requests made before no longer count. */
  show(value: T): void;
  /** Forgets everything, for example because another Worker is in use. */
  reset(): void;
}

/** One thing that is read from the Worker again and again. Only the answer to the newest request counts. */
export function createResource<T>(ask: () => Promise<Result<T, ApiFault> | null>, now: () => number): Resource<T> {
  const loadable = signal<Loadable<T>>({ state: 'loading' });
  let asked = 0;
  return {
    loadable,
    async refresh() {
      asked += 1;
      const mine = asked;
      const answer = await ask();
      if (mine !== asked || answer === null) return;
      loadable.value = answer.ok
        ? { state: 'ready', value: answer.value, at: now() }
        : {
            state: 'fault',
            fault: answer.error,
            last: known(loadable.value),
            at: now(),
            lastAt: knownAt(loadable.value),
          };
    },
    show(value) {
      asked += 1;
      loadable.value = { state: 'ready', value, at: now() };
    },
    reset() {
      asked += 1;
      loadable.value = { state: 'loading' };
    },
  };
}
