import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { formatRoute } from './route.ts';
import type { Route } from './route.ts';

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Where one was going when something unsaved was in the way; null while nothing is. */
  readonly leaving: ReadonlySignal<Route | null>;
  /** Shows the same screen another way; not once the person went on to another, whose address comes a moment before it. */
  readonly stay: (next: Route) => void;
  /** The address has changed, by a link, a key or the browser's Back. */
  readonly arrive: (next: Route) => void;
  /** Whether leaving the screen would lose what was written on it. */
  readonly hold: (unsaved: boolean) => void;
  readonly leaveAnyway: () => void;
  readonly stayHere: () => void;
}

/** The browser's own address bar, as far as it names a screen. */
export interface BrowserAddress {
  readonly read: () => Route;
  /** Goes to another screen of this surface, by its hash. */
  readonly navigate: (hash: string) => void;
  /** The same, taking the place of where one was: Back leads past it. */
  readonly replace: (hash: string) => void;
}

/** Which screen is shown. A form that was changed is left only when its writer says so, whichever way leads out of it. */
export function createRouter(start: Route, address: BrowserAddress): Router {
  const route = signal(start);
  const leaving = signal<Route | null>(null);
  let unsaved = false;
  /** Where `stay` has put the address, while the browser has not told of it yet. */
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
