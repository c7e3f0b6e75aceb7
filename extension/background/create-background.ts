import {
  APPROVALS_POLL_SECONDS,
  DISCARD_UNDO_MINUTES,
  MAX_NEWEST_IMPORTS,
  UPLOAD_PART_BYTES,
} from '../../shared/extension-limits.ts';
import { createCallWorker } from '../api/call-worker.ts';
import { createFileUpload } from '../api/file-upload.ts';
import { createWorkerClient } from '../api/worker-client.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';
import type { MemoryStore } from '../storage/memory.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import type { SavedWorker, Settings, SettingsStore } from '../storage/settings.ts';
import { performTask } from '../upload/perform-task.ts';
import { retryUploadsNow } from '../upload/retry-uploads-now.ts';
import { createUploadPump } from '../upload/pump-uploads.ts';
import { standingOf } from '../state/import-standing.ts';
import { createApprovals } from './approvals.ts';
import { badgeFor } from './badge.ts';
import type { Badge } from './badge.ts';
import { createDaySummary } from './day-summary.ts';
import { newsOf } from './notifications.ts';
import type { News } from './notifications.ts';

/** Faults that other settings may fix. */
const OF_SETTINGS: ReadonlySet<string> = new Set(['refused', 'worker_forgotten']);

export interface BackgroundDeps {
  readonly settings: SettingsStore;
  readonly memory: MemoryStore;
  readonly kept: KeptImports;
  readonly fetcher: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  readonly showBadge: (badge: Badge) => Promise<void>;
  readonly notify: (news: News) => Promise<void>;
  /** Wakes the background at that time (epoch ms) or after a tick; null if there is nothing to come back for. */
  readonly comeBack: (when: number | 'next_tick' | null) => Promise<void>;
}

/**
 * Uploads and watches while no window is open. Keeps no state of its own, because the browser may end it between any
 * two lines.
 */
export function createBackground(deps: BackgroundDeps) {
  let watched: readonly ImportSummary[] = [];
  let begun = 0;

  function connect(settings: Settings) {
    const call = createCallWorker(settings, deps.fetcher);
    return { client: createWorkerClient(call), upload: createFileUpload(call) };
  }

  /** A file goes to the Worker it was chosen for, even if another one is in use now. */
  function workerOf({ worker }: KeptImport): Promise<SavedWorker | null> {
    return worker === '' ? deps.settings.read() : deps.settings.find(worker);
  }

  const pump = createUploadPump({
    kept: deps.kept,
    now: deps.now,
    launched: async (kept) => deps.memory.watch(kept.id, (await workerOf(kept))?.address ?? kept.worker),
    async perform(kept, task) {
      const worker = await workerOf(kept);
      if (!worker) {
        const fault = { code: 'worker_forgotten' } as const;
        return { type: 'failed', fault, now: deps.now(), chance: deps.random() };
      }
      return performTask(kept, task, {
        ...connect(worker),
        readFile: (id) => deps.kept.readSent(id),
        partBytes: UPLOAD_PART_BYTES,
        now: deps.now,
        random: deps.random,
      });
    },
  });

  async function readWatched(): Promise<void> {
    const { watched: ids } = await deps.memory.read();
    watched = watched.filter(({ id }) => ids.includes(id));
    if (ids.length === 0) return;
    // The imports may have been started at any of these Workers; if one does not answer, what was last seen of its
    // imports stays.
    for (const worker of (await deps.settings.readAll()).workers) {
      const answer = await connect(worker).client.imports(MAX_NEWEST_IMPORTS);
      if (!answer.ok) continue;
      const seen = answer.value.items.filter(({ id }) => ids.includes(id));
      watched = [...watched.filter(({ id }) => !seen.some((each) => each.id === id)), ...seen];
    }
  }

  const readApprovals = createApprovals({
    memory: deps.memory,
    workers: async () => (await deps.settings.readAll()).workers.map((worker) => connect(worker).client),
    now: deps.now,
  });

  const tellDay = createDaySummary({
    memory: deps.memory,
    worker: async () => {
      const inUse = await deps.settings.read();
      return inUse ? connect(inUse).client : null;
    },
    now: deps.now,
    tell: (end, totals) => deps.notify({ key: `day_end:${end}`, kind: 'day_end', totals }),
  });

  async function waitingIds(): Promise<string> {
    const { approvals } = await deps.memory.read();
    return (approvals?.waiting ?? []).map(({ id, since }) => `${id} ${since}`).join();
  }

  async function showBadge(): Promise<void> {
    const { approvals } = await deps.memory.read();
    await deps.showBadge(badgeFor(await deps.kept.list(), watched, approvals?.waiting.length ?? 0));
  }

  /** Stored before it is shown: showing it twice is worse than not showing it, and the badge shows it anyway. */
  async function tellNews(): Promise<void> {
    const { told, approvals } = await deps.memory.read();
    const news = newsOf(await deps.kept.list(), watched, told, approvals?.waiting ?? []);
    if (news.length === 0) return;
    await deps.memory.tell(news.map(({ key }) => key));
    for (const each of news) await deps.notify(each);
  }

  /** Erases discarded drafts once the discarding can no longer be undone; answers when the next one is due. */
  async function eraseDiscarded(): Promise<number | null> {
    const due: number[] = [];
    for (const { id, discardedAt } of await deps.kept.discarded()) {
      const at = (discardedAt ?? 0) + DISCARD_UNDO_MINUTES * 60_000;
      if (at <= deps.now()) await deps.kept.remove(id);
      else due.push(at);
    }
    return due.length > 0 ? Math.min(...due) : null;
  }

  return {
    showBadge,
    /** Does everything there is to do. Called at every start, alarm, wake and return of the network. */
    async work(): Promise<void> {
      begun += 1;
      const turn = begun;
      // Set before the work: should the browser end this worker in the middle, the alarm begins it anew.
      await deps.comeBack('next_tick');
      const pumped = await pump.pump();
      const erased = await eraseDiscarded();
      await readWatched();
      await showBadge();
      await tellNews();
      // Done last, so that a Worker that hangs delays nothing of what was started here.
      const before = await waitingIds();
      const asked = await readApprovals();
      if ((await waitingIds()) !== before) {
        await showBadge();
        await tellNews();
      }
      const dayEnd = await tellDay(watched);
      // One that began later knows what came meanwhile, and may be in the middle of it: its alarm is not taken away.
      if (turn !== begun) return;
      const underWay = watched.some((summary) => standingOf(summary).launched && !standingOf(summary).settled);
      // These wait for somebody else, so there is no hurry.
      const waits = watched.some(({ state }) => state === 'checked')
        ? deps.now() + APPROVALS_POLL_SECONDS * 1000
        : null;
      const next = [pumped, erased, asked, waits, dayEnd].filter((at) => at !== null);
      await deps.comeBack(underWay && pumped === null ? 'next_tick' : next.length > 0 ? Math.min(...next) : null);
    },
    /** After the network came back. */
    hurry: () => retryUploadsNow(deps.kept),
    /** Called after the settings changed: uploads that stopped because of them continue. */
    async reconnect(): Promise<void> {
      await deps.memory.noteApprovals(null);
      for (const { id, upload } of await deps.kept.list()) {
        if (upload.step !== 'stuck' || !OF_SETTINGS.has(upload.fault.code)) continue;
        await deps.kept.update(id, (kept) =>
          kept.upload.step === 'stuck'
            ? {
                ...kept,
                upload: {
                  step: 'working',
                  task: kept.upload.task,
                  offset: kept.upload.offset,
                  failures: 0,
                  retryAt: null,
                  fault: null,
                },
              }
            : kept,
        );
      }
    },
  };
}
