import { MAX_IMPORTS_AT_ONCE } from '../../shared/safety-limits.ts';
import { logEvent } from '../log.ts';
import type { Brake } from '../../shared/protocol/brake.ts';
import type { ImportToStop } from './account-store.ts';
import type { BrakedImport, BrakeStore, Press } from './brake-store.ts';

/** What an import answers once it is told to be quiet; null when none of its calls are left to stop. */
export interface Hushed {
  readonly calls: number;
  readonly isQuiet: boolean;
}

interface World {
  readonly store: BrakeStore;
  /** Imports that call people or are about to, as far as the account knows. */
  readonly underWay: () => ImportToStop[];
  readonly hush: (importId: string, life: string, isFirst: boolean) => Promise<Hushed | null>;
}

/**
 * Stops everything of everybody. From the press on, no import it found is granted a request that makes phones ring.
 * Then each import is paused, the one with the most calls left first, and asked until none of its campaigns can ring.
 */
export function createBrake({ store, underWay, hush }: World) {
  /** Imports that were told of the press but have not yet answered that they paused. */
  let waiting = new Set<string>();
  let hushing: Promise<void> | null = null;

  function noteWaiting(): void {
    waiting = new Set(store.imports().flatMap(({ life, isPaused }) => (isPaused ? [] : [life])));
  }

  async function hushOne({ life, importId, isPaused }: BrakedImport): Promise<void> {
    try {
      const said = await hush(importId, life, !isPaused);
      // Somebody may have released this import from the brake meanwhile.
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
    /** Whether this import must not make a phone ring, although it may not know so yet. */
    holds: (life: string): boolean => waiting.has(life),
    press(press: Press): void {
      store.savePress(press);
      const known = new Map(store.imports().map((each) => [each.life, each]));
      // Includes imports that were quiet after an earlier press: somebody may have resumed one of their campaigns
      // since.
      for (const { life, importId, calls } of underWay()) {
        store.saveImport({ life, importId, calls, isPaused: known.get(life)?.isPaused ?? false, isQuiet: false });
      }
      noteWaiting();
    },
    /** Tells every import that is not quiet yet, one round at a time. True when all are quiet. */
    async settle(): Promise<boolean> {
      await hushOnce();
      // Imports of a press that came while others were being told.
      if (waiting.size > 0) await hushOnce();
      return store.imports().every(({ isQuiet }) => isQuiet);
    },
    /** Somebody resumed this import by a press of its own: the brake does not pause it again. */
    async letGo(importId: string): Promise<void> {
      await hushing;
      for (const { life, importId: id } of store.imports()) if (id === importId) store.dropImport(life);
      noteWaiting();
    },
    forget(life: string): void {
      store.dropImport(life);
      waiting.delete(life);
    },
    /** Calls may be started again. Paused imports stay paused until somebody resumes them. */
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
