import { MAX_IMPORTS_AT_ONCE } from '../../shared/safety-limits.ts';
import { logEvent } from '../log.ts';
import type { Brake } from '../../shared/protocol/brake.ts';
import type { ImportToStop } from './account-store.ts';
import type { BrakedImport, BrakeStore, Press } from './brake-store.ts';

/** What an import says once it is told to be quiet; null when there is nothing of it to stop. */
export interface Hushed {
  readonly calls: number;
  readonly isQuiet: boolean;
}

interface World {
  readonly store: BrakeStore;
  /** Imports that call somebody, or are about to, as the account knows them. */
  readonly underWay: () => ImportToStop[];
  readonly hush: (importId: string, life: string, isFirst: boolean) => Promise<Hushed | null>;
}

/**
 * Stops everything of everybody. From the moment of the press no import it found is granted a request that makes phones
 * ring; then each is paused, the one with most calls left first, and asked until nothing of it can ring.
 */
export function createBrake({ store, underWay, hush }: World) {
  /** Told of the press, but not heard yet that it has paused. */
  let waiting = new Set<string>();
  let hushing: Promise<void> | null = null;

  function noteWaiting(): void {
    waiting = new Set(store.imports().flatMap(({ life, isPaused }) => (isPaused ? [] : [life])));
  }

  async function hushOne({ life, importId, isPaused }: BrakedImport): Promise<void> {
    try {
      const said = await hush(importId, life, !isPaused);
      // Somebody may have let it go meanwhile.
      if (!store.imports().some((each) => each.life === life)) return;
      if (said === null) store.dropImport(life);
      else store.saveImport({ life, importId, ...said, isPaused: true });
    } catch (cause) {
      logEvent('import_not_stopped', { importId }, cause);
    }
    noteWaiting();
  }

  async function hushAll(): Promise<void> {
    const loud = store.imports().filter(({ isQuiet }) => !isQuiet);
    for (let at = 0; at < loud.length; at += MAX_IMPORTS_AT_ONCE)
      await Promise.all(loud.slice(at, at + MAX_IMPORTS_AT_ONCE).map(hushOne));
  }

  function hushOnce(): Promise<void> {
    hushing ??= hushAll().finally(() => {
      hushing = null;
    });
    return hushing;
  }

  return {
    migrate(): void {
      store.migrate();
      noteWaiting();
    },
    isOn: (): boolean => store.press() !== null,
    isUnsettled: (): boolean => store.imports().some(({ isQuiet }) => !isQuiet),
    /** Whether it must not make a phone ring, although it may not know that yet. */
    holds: (life: string): boolean => waiting.has(life),
    press(press: Press): void {
      store.savePress(press);
      const known = new Map(store.imports().map((each) => [each.life, each]));
      // Also those that were quiet after an earlier press: somebody may have let a campaign of theirs ring since.
      for (const { life, importId, calls } of underWay()) {
        store.saveImport({ life, importId, calls, isPaused: known.get(life)?.isPaused ?? false, isQuiet: false });
      }
      noteWaiting();
    },
    /** Tells whoever is not quiet yet, once at a time. True when all are. */
    async settle(): Promise<boolean> {
      await hushOnce();
      // Those of a press that came while others were told.
      if (waiting.size > 0) await hushOnce();
      return store.imports().every(({ isQuiet }) => isQuiet);
    },
    /** One import goes on by a press of its own: nothing here pauses it again. */
    async letGo(importId: string): Promise<void> {
      await hushing;
      for (const { life, importId: id } of store.imports()) if (id === importId) store.dropImport(life);
      noteWaiting();
    },
    forget(life: string): void {
      store.dropImport(life);
      waiting.delete(life);
    },
    /** Calls may be started again. What was paused stays so until somebody resumes it. */
    release(): void {
      store.release();
      noteWaiting();
    },
    view(): Brake {
      const press = store.press();
      const imports = press === null ? underWay().filter(({ isPaused }) => !isPaused) : store.imports();
      const calls = imports.reduce((sum, each) => sum + each.calls, 0);
      if (press === null) return { ...RELEASED, total: imports.length, calls };
      const done = store.imports().filter(({ isQuiet }) => isQuiet).length;
      return {
        state: done === imports.length ? 'stopped' : 'stopping',
        by: press.by,
        reason: press.reason,
        at: new Date(press.at).toISOString(),
        done,
        total: imports.length,
        calls,
      };
    },
  };
}

const RELEASED = { state: 'released', by: null, reason: null, at: null, done: 0 } as const;
