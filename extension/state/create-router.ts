import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { formatRoute } from './route.ts';
import type { Route } from './route.ts';

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Where the person was going when unsaved changes were in the way; null if they are not leaving. */
  readonly leaving: ReadonlySignal<Route | null>;
  /** Changes the address without leaving the screen; does nothing if the person has just gone to another screen. */
  readonly stay: (next: Route) => void;
  /** Called when the address has changed, by a link, a key or the browser's Back. */
  readonly arrive: (next: Route) => void;
  /** Says whether leaving the screen would lose something written on it. */
  readonly hold: (unsaved: boolean) => void;
  readonly leaveAnyway: () => void;
  readonly stayHere: () => void;
}

/** The browser's address bar, as far as it names a screen. */
export interface BrowserAddress {
  readonly read: () => Route;
  /** Goes to another screen of this surface, by its hash. */
  readonly navigate: (hash: string) => void;
  /** Replaces the current entry, so that Back skips it. */
  readonly replace: (hash: string) => void;
}

/** Which screen is shown. A changed form is left only if the person confirms, whichever way they leave. */
export function createRouter(start: Route, address: BrowserAddress): Router {
  const route = signal(start);
  const leaving = signal<Route | null>(null);
  let unsaved = false;
  /** The address that `stay` set, while the browser has not reported it yet. */
  let stayedAt: string | null = null;
  return {
    route: computed(() => route.value),
    leaving: computed(() => leaving.value),
    stay(next) {
      const at = formatRoute(address.read());
      if (at !== formatRoute(route.value) && at !== stayedAt) return;
      stayedAt = formatRoute(next);
      address.replace(stayedAt);
    },
    arrive(next) {
      stayedAt = null;
      if (unsaved && formatRoute(next) !== formatRoute(route.value)) leaving.value = next;
      else {
        leaving.value = null;
        route.value = next;
      }
    },
    hold(is) {
      unsaved = is;
    },
    leaveAnyway() {
      const next = leaving.value;
      if (next === null) return;
      unsaved = false;
      leaving.value = null;
      route.value = next;
    },
    stayHere() {
      if (leaving.value === null) return;
      leaving.value = null;
      address.navigate(formatRoute(route.value));
    },
  };
}
