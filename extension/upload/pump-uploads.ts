import { MAX_PARALLEL_UPLOADS } from '../../shared/extension-limits.ts';
import type { KeptImport, UploadTask } from '../storage/kept-import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';
import { dueTask, nextUploadStep } from './upload-step.ts';
import type { UploadEvent } from './upload-step.ts';

export interface PumpDeps {
  readonly kept: KeptImports;
  readonly perform: (kept: KeptImport, task: UploadTask) => Promise<UploadEvent>;
  readonly launched: (kept: KeptImport) => Promise<void>;
  readonly now: () => number;
}

/**
 * Advances every import for which Start was pressed until nothing is due, and answers when something will be (epoch
 * ms), or null. Each advances independently, one call at a time, and stores each result before the next: a connection
 * that hangs delays no other, and after being killed at any moment each repeats at most one call.
 */
export function createUploadPump(deps: PumpDeps) {
  const inTurn = createTurns(MAX_PARALLEL_UPLOADS);
  /** Imports that are being advanced, by id. */
  const driven = new Map<string, Promise<void>>();
  let running: Promise<number | null> | null = null;
  let askedAgain = false;
  let lookAgain = () => {};
  /** A run that failed, for example because the browser refuses its storage; callers waiting for the pump are told. */
  let broken: Promise<void> | null = null;

  async function runOne(kept: KeptImport, task: UploadTask): Promise<void> {
    const event = await deps.perform(kept, task);
    let launched = false;
    await deps.kept.update(kept.id, (current) => {
      // It was cancelled or pressed again during the call, so the state is found out again.
      if (current.upload.step !== 'working' || current.upload.task !== task) return current;
      const next = nextUploadStep(current, event);
      launched = next.step === 'launched';
      return next.step === 'launched' ? current : { ...current, upload: next };
    });
    if (!launched) return;
    await deps.launched(kept);
    await deps.kept.remove(kept.id);
  }

  async function drive(id: string): Promise<void> {
    let isDue = true;
    while (isDue) {
      isDue = await inTurn(async () => {
        // Read when its turn comes, because it may have been cancelled while it waited.
        const kept = await deps.kept.read(id);
        const task = kept && kept.discardedAt === null ? dueTask(kept, deps.now()) : null;
        if (kept === null || task === null) return false;
        await runOne(kept, task);
        return true;
      });
    }
  }

  async function driveDue(): Promise<void> {
    for (const kept of await deps.kept.list()) {
      const { id } = kept;
      if (driven.has(id) || dueTask(kept, deps.now()) === null) continue;
      const driving = drive(id);
      const end = () => void driven.delete(id);
      driven.set(
        id,
        driving.then(end, () => {
          broken = driving;
          end();
        }),
      );
    }
  }

  async function runUntilQuiet(): Promise<number | null> {
    try {
      for (;;) {
        askedAgain = false;
        await driveDue();
        if (driven.size > 0 && !askedAgain) {
          await Promise.race([...driven.values(), new Promise<void>((resolve) => (lookAgain = resolve))]);
        }
        const failed = broken;
        broken = null;
        await failed;
        if (driven.size > 0 || askedAgain) continue;
        const next = nextDue(await deps.kept.list());
        if (!askedAgain) return next;
      }
    } finally {
      running = null;
    }
  }

  return {
    /** May be called at any moment: a second call joins the first, which looks for new work at once. */
    pump(): Promise<number | null> {
      askedAgain = true;
      lookAgain();
      running ??= runUntilQuiet();
      return running;
    },
  };
}

/** Runs at most so many at a time; the others wait in order. */
function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

function nextDue(all: readonly KeptImport[]): number | null {
  const times = all.flatMap(({ upload }) =>
    upload.step === 'working' && upload.retryAt !== null ? [upload.retryAt] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}
