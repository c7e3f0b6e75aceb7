import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { formatRoute } from './route.ts';
import type { Route } from './route.ts';

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Where one was going when something unsaved was in the way; null while nothing is. */
  readonly leaving: ReadonlySignal<Route | null>;
  /** The address has changed, by a link, a key or the browser's Back. */
  readonly arrive: (next: Route) => void;
  /** Whether leaving the screen would lose what was written on it. */
  readonly hold: (unsaved: boolean) => void;
  readonly leaveAnyway: () => void;
  readonly stayHere: () => void;
}

/** Which screen is shown. A form that was changed is left only when its writer says so, whichever way leads out of it. */
export function createRouter(start: Route, navigate: (hash: string) => void): Router {
  const route = signal(start);
  const leaving = signal<Route | null>(null);
  let unsaved = false;
  return {
    route: computed(() => route.value),
    leaving: computed(() => leaving.value),
    arrive(next) {
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
      navigate(formatRoute(route.value));
    },
  };
}
