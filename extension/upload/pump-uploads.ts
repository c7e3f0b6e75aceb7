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
 * Drives every pressed import one call at a time until nothing is due, and answers when something will be (epoch ms),
 * or null. Each result is on disk before the next call: being killed between any two repeats at most one call.
 */
export function createUploadPump(deps: PumpDeps) {
  let running: Promise<number | null> | null = null;
  let askedAgain = false;

  async function runOne(kept: KeptImport, task: UploadTask): Promise<void> {
    const event = await deps.perform(kept, task);
    let launched = false;
    await deps.kept.update(kept.id, (current) => {
      // Cancelled or pressed anew while the call was under way: what it led to is found out again.
      if (current.upload.step !== 'working' || current.upload.task !== task) return current;
      const next = nextUploadStep(current, event);
      launched = next.step === 'launched';
      return next.step === 'launched' ? current : { ...current, upload: next };
    });
    if (!launched) return;
    await deps.launched(kept);
    await deps.kept.remove(kept.id);
  }

  async function run(): Promise<number | null> {
    for (;;) {
      const due = (await deps.kept.list()).flatMap((kept) => {
        const task = dueTask(kept, deps.now());
        return task ? [{ kept, task }] : [];
      });
      if (due.length === 0) return nextDue(await deps.kept.list());
      for (const { kept, task } of due) await runOne(kept, task);
    }
  }

  async function runUntilQuiet(): Promise<number | null> {
    let next: number | null;
    do {
      askedAgain = false;
      next = await run();
    } while (askedAgain);
    return next;
  }

  return {
    /** Safe to call at any moment: a second call joins the first, which looks once more before it ends. */
    pump(): Promise<number | null> {
      askedAgain = true;
      running ??= runUntilQuiet().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

function nextDue(all: readonly KeptImport[]): number | null {
  const times = all.flatMap(({ upload }) =>
    upload.step === 'working' && upload.retryAt !== null ? [upload.retryAt] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}
