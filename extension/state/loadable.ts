import type { ApiFault } from '../api/api-fault.ts';

/** Something read from the Worker. After a fault the last value stays, so that a screen never goes blank. */
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

/** When the shown value was true (epoch ms), which is not when a failed request was made. */
export function knownAt(loadable: Loadable<unknown>): number | null {
  if (loadable.state === 'ready') return loadable.at;
  return loadable.state === 'fault' ? loadable.lastAt : null;
}
