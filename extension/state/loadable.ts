import type { ApiFault } from '../api/api-fault.ts';

/** Something asked of the Worker. A fault keeps what was known before, so that a screen never goes blank. */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T; readonly at: number }
  | {
      readonly state: 'fault';
      readonly fault: ApiFault;
      readonly last: T | null;
      readonly at: number;
      /** When `last` was answered. */
      readonly lastAt: number | null;
    };

export function known<T>(loadable: Loadable<T>): T | null {
  if (loadable.state === 'ready') return loadable.value;
  return loadable.state === 'fault' ? loadable.last : null;
}

/** As of when what is shown is true (epoch ms): not when it was last asked for in vain. */
export function knownAt(loadable: Loadable<unknown>): number | null {
  if (loadable.state === 'ready') return loadable.at;
  return loadable.state === 'fault' ? loadable.lastAt : null;
}
