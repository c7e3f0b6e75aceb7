import type { ApiFault } from '../api/api-fault.ts';

/** Something asked of the Worker. A fault keeps what was known before, so that a screen never goes blank. */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T; readonly at: number }
  | { readonly state: 'fault'; readonly fault: ApiFault; readonly last: T | null; readonly at: number };

export function known<T>(loadable: Loadable<T>): T | null {
  if (loadable.state === 'ready') return loadable.value;
  return loadable.state === 'fault' ? loadable.last : null;
}
