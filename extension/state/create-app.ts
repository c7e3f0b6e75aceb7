import { signal } from '@preact/signals';
import type { Brake } from '../../shared/protocol/brake.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import { createCallWorker } from '../api/call-worker.ts';
import { hostPattern } from '../api/parse-worker-address.ts';
import type { TeamRules } from '../api/team-answers.ts';
import { createWorkerClient } from '../api/worker-client.ts';
import type { Page, WorkerClient } from '../api/worker-client.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';
import type { MemoryStore } from '../storage/memory.ts';
import { notKeptBecause } from '../storage/not-kept.ts';
import type { NotKept } from '../storage/not-kept.ts';
import { sayRefusals } from '../storage/say-refusals.ts';
import type { SavedWorker, SettingsStore } from '../storage/settings.ts';
import { createConnection } from './create-connection.ts';
import { createRouter } from './create-router.ts';
import type { BrowserAddress } from './create-router.ts';
import { createImportActions } from './import-actions.ts';
import { createResource } from './create-resource.ts';
import { known } from './loadable.ts';
import { readRecent } from './read-recent.ts';
import { formatRoute } from './route.ts';
import type { Route } from './route.ts';

export interface AppDeps {
  readonly settings: SettingsStore;
  readonly memory: MemoryStore;
  readonly kept: KeptImports;
  readonly fetcher: typeof fetch;
  readonly now: () => number;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly localZone: string;
  readonly surface: 'popup' | 'tab' | 'panel';
  readonly address: BrowserAddress;
  /** Opens a screen in a tab of its own. */
  readonly openTab: (hash: string) => void;
  readonly openSettings: () => void;
  /** Opens the app beside the current page; null if the browser has no side panel. */
  readonly openPanel: (() => void) | null;
  /** Asks the user for permission to one host, directly after a press; false if refused. */
  readonly requestHost: (pattern: string) => Promise<boolean>;
  readonly wake: () => void;
  /** The keyboard shortcut that opens the popup, from the browser; '' if there is none. */
  readonly popupKey: () => Promise<string>;
}

export type App = ReturnType<typeof createApp>;

/** All state of one surface. Its entrypoint makes it once; screens read it and keep no state of their own. */
export function createApp(deps: AppDeps) {
  const connection = createConnection(deps);
  const { client } = connection;
  const clock = signal(deps.now());
  const kept = signal<readonly KeptImport[] | null>(null);
  const discarded = signal<readonly KeptImport[]>([]);
  const notKept = signal<NotKept | null>(null);
  const readKept = async (): Promise<void> => {
    kept.value = await deps.kept.list();
    discarded.value = await deps.kept.discarded();
  };
  const files = sayRefusals(deps.kept, (why) => {
    notKept.value = why;
    // What was pressed goes back to what is kept.
    if (why !== null) void readKept();
  });
  const places = createRouter(deps.address.read(), deps.address);
  const workers = signal<readonly SavedWorker[]>([]);
  const lastTemplateId = signal<string | null>(null);
  const guideHidden = signal(true);
  const keysOff = signal(true);
  const templates = createResource<Page<Template>>(async () => (await client.value?.templates()) ?? null, deps.now);
  const rules = createResource<TeamRules>(async () => (await client.value?.teamRules()) ?? null, deps.now);
  const brake = createResource<Brake>(async () => (await client.value?.brake()) ?? null, deps.now);
  const imports = createResource<Page<ImportSummary>>(
    async () => client.value && readRecent(client.value, known(brake.loadable.value)?.total ?? 0),
    deps.now,
  );

  return {
    surface: deps.surface,
    connection,
    templates,
    imports,
    /** The team's rule: from how many contacts on a start needs two people. */
    rules,
    /** The brake that stops everything of everybody. */
    brake,
    /** Epoch ms, advanced by the entrypoint, so that all ages on the screen change together. */
    clock,
    kept,
    /** Discarded drafts that can still be restored, newest first. */
    discarded,
    /** Why the browser kept nothing of the last change; null once it keeps one again. */
    notKept,
    /** Files let go outside the box for them, until a picker takes them. */
    dropped: signal<readonly File[] | null>(null),
    route: places.route,
    places,
    lastTemplateId,
    /** True until storage has answered, so that a dismissed guide does not flash up. */
    guideHidden,
    keysOff,
    shortcutsOpen: signal(false),
    popupKey: deps.popupKey,
    files,
    memory: deps.memory,
    actions: createImportActions({ ...deps, kept: files, workerInUse: () => connection.settings.value?.address ?? '' }),
    /** Every Worker this browser knows. */
    workers,
    /** A client for the Worker that a file goes to, whichever is in use; null if this browser no longer knows it. */
    clientFor: async ({ worker }: Pick<KeptImport, 'worker'>): Promise<WorkerClient | null> => {
      const saved = worker === '' ? connection.settings.value : await deps.settings.find(worker);
      return saved ? createWorkerClient(createCallWorker(saved, deps.fetcher)) : null;
    },
    /** Storage tells every surface, this one too. */
    useWorker: async (address: string): Promise<void> => {
      try {
        await deps.settings.choose(address);
        notKept.value = null;
      } catch (error) {
        notKept.value = notKeptBecause(error);
      }
    },
    /** Whether the browser lets the Worker in use be reached again; asked straight from a press. */
    allowHost: async (address: string): Promise<void> => {
      if (!(await deps.requestHost(hostPattern(address)))) return;
      await Promise.all([connection.account.refresh(), templates.refresh(), imports.refresh()]);
      deps.wake();
    },
    openSettings: deps.openSettings,
    openPanel: deps.openPanel,
    go: (next: Route) => deps.address.navigate(formatRoute(next)),
    stay: places.stay,
    openTab: (next: Route) => deps.openTab(formatRoute(next)),
    readKept,
    /** Done once they are known; what the Worker answers comes after. */
    async readSettings(): Promise<void> {
      const saved = await deps.settings.readAll();
      workers.value = saved.workers;
      if (connection.change(saved.current)) {
        templates.reset();
        imports.reset();
        rules.reset();
        brake.reset();
      }
      if (!saved.current) return;
      for (const one of [connection.account, rules, templates, imports]) void one.refresh();
    },
    async readMemory(): Promise<void> {
      const memory = await deps.memory.read();
      lastTemplateId.value = memory.templateId;
      guideHidden.value = memory.guideHidden;
      keysOff.value = memory.keysOff;
    },
    /** Looks for approvals at once, by the new rules. */
    askAnew: async (): Promise<void> => {
      await deps.memory.noteApprovals(null);
      deps.wake();
    },
    hideGuide: async (): Promise<void> => {
      guideHidden.value = true;
      await deps.memory.hideGuide();
    },
    switchKeys: async (off: boolean): Promise<void> => {
      keysOff.value = off;
      await deps.memory.switchKeys(off);
    },
    rememberTemplate: async (id: string): Promise<void> => {
      lastTemplateId.value = id;
      await deps.memory.rememberTemplate(id);
    },
  };
}
