import { signal } from '@preact/signals';
import { createCallWorker } from '../../api/call-worker.ts';
import { joinTeam } from '../../api/join-team.ts';
import { hostPattern, parseInviteLink } from '../../api/parse-worker-address.ts';
import { createWorkerClient } from '../../api/worker-client.ts';
import { notKeptBecause } from '../../storage/not-kept.ts';
import type { NotKept } from '../../storage/not-kept.ts';
import { hostOf } from '../../storage/settings.ts';
import type { SavedWorker, SavedWorkers, SettingsStore } from '../../storage/settings.ts';
import { readSettings, testConnection } from '../../state/test-connection.ts';
import type { Connected, ConnectionFault } from '../../state/test-connection.ts';

export interface OptionsDeps {
  readonly settings: SettingsStore;
  readonly fetcher: typeof fetch;
  /** Asks the user for permission to one host; false if refused. */
  readonly requestHost: (pattern: string) => Promise<boolean>;
  /** Gives up the permission to a host. */
  readonly removeHost: (pattern: string) => Promise<unknown>;
}

export type OptionsState = ReturnType<typeof createOptions>;

const NOBODY: SavedWorkers = { workers: [], current: null };
const EMPTY: SavedWorker = { address: '', token: '', label: '', kind: 'live' };

/**
 * The Workers this browser knows, the one being typed, and the result of testing it. Only a Worker that works is
 * stored.
 */
export function createOptions(deps: OptionsDeps) {
  const saved = signal<SavedWorkers>(NOBODY);
  const typed = signal<SavedWorker>(EMPTY);
  /** The address being changed; null while a new one is typed. */
  const editing = signal<string | null>(null);
  const open = signal(true);
  const testing = signal(false);
  const fault = signal<ConnectionFault | null>(null);
  const connected = signal<Connected | null>(null);
  const notKept = signal<NotKept | null>(null);
  /** Goes up when another Worker comes into the form: what is found out about the one before is not about it. */
  let turn = 0;

  function clear(): void {
    fault.value = null;
    connected.value = null;
  }

  /** Does what the browser may refuse to keep, and says so when it does. */
  async function keeping(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      notKept.value = null;
    } catch (error) {
      notKept.value = notKeptBecause(error);
    }
  }

  /** Hosts are given back once no saved Worker lives there. */
  async function giveBack(address: string): Promise<void> {
    saved.value = await deps.settings.readAll();
    const inUse = saved.value.workers.some((worker) => hostPattern(worker.address) === hostPattern(address));
    if (!inUse) await deps.removeHost(hostPattern(address));
  }

  /** An invite's token; null if the invite is not valid. */
  async function join(invite: { readonly address: string; readonly code: string }): Promise<string | null> {
    const joined = await joinTeam(invite, deps.fetcher);
    if (!joined.ok) fault.value = { at: 'worker', fault: joined.error };
    return joined.ok ? joined.value.token : null;
  }

  /**
   * Tests a Worker. The result is shown only while that Worker is still in the form, and after it was stored, because
   * the person may leave once they read it.
   */
  async function test(worker: SavedWorker, keepIt?: () => Promise<void>): Promise<void> {
    const ours = turn;
    const client = createWorkerClient(createCallWorker(worker, deps.fetcher));
    const tested = await testConnection(client);
    if (tested.ok) await keepIt?.();
    if (ours === turn) {
      fault.value = tested.ok ? null : tested.error;
      connected.value = tested.ok ? tested.value : null;
    }
  }

  /** Another saved Worker at the same address. */
  function otherAt(address: string): SavedWorker | undefined {
    return saved.value.workers.find((one) => one.address === address && address !== editing.value);
  }

  async function keep(worker: SavedWorker, former: string | null): Promise<void> {
    await deps.settings.write(worker);
    if (former !== null && former !== worker.address) {
      await deps.settings.forget(former);
      await deps.settings.choose(worker.address);
      await giveBack(former);
    }
    saved.value = await deps.settings.readAll();
  }

  return {
    saved,
    typed,
    editing,
    /** Whether the form is shown. */
    open,
    testing,
    fault,
    connected,
    /** Why the browser kept nothing of the last press; null once it keeps one again. */
    notKept,
    keeping,
    /** Another window may have changed the list. */
    async follow(): Promise<void> {
      saved.value = await deps.settings.readAll();
    },
    type(change: Partial<SavedWorker>): void {
      typed.value = { ...typed.value, ...change };
      clear();
    },
    /** Begins with a Worker to change, or with an empty form. */
    edit(worker: SavedWorker | null): void {
      turn += 1;
      typed.value = worker ?? EMPTY;
      editing.value = worker?.address ?? null;
      open.value = true;
      clear();
    },
    async load(): Promise<void> {
      saved.value = await deps.settings.readAll();
      const { current } = saved.value;
      if (current === null) return;
      typed.value = current;
      editing.value = current.address;
      open.value = saved.value.workers.length === 1;
      await test(current);
    },
    use: (worker: SavedWorker) =>
      keeping(async () => {
        await deps.settings.choose(worker.address);
        saved.value = await deps.settings.readAll();
        clear();
      }),
    async save(): Promise<void> {
      if (testing.value) return;
      clear();
      const { address, label, kind } = typed.value;
      const invite = parseInviteLink(address);
      const read = readSettings(invite?.address ?? address, invite === null ? typed.value.token : invite.code);
      if (!read.ok) {
        fault.value = read.error;
        return;
      }
      const other = otherAt(read.value.address);
      if (other) {
        fault.value = { at: 'address', fault: { code: 'address_known', label: other.label } };
        return;
      }
      testing.value = true;
      const [ours, former] = [turn, editing.value];
      // Asked before anything is awaited, because a browser shows the question only directly after a press.
      const granted = await deps.requestHost(hostPattern(read.value.address));
      if (!granted) fault.value = { at: 'permission', host: new URL(read.value.address).host };
      const token = !granted ? null : invite === null ? read.value.token : await join(invite);
      if (token !== null) {
        const { address: at } = read.value;
        const worker = { address: at, token, kind, label: label.trim() || hostOf(at) };
        typed.value = worker;
        const keepIt = async () => {
          await keep(worker, former);
          if (ours === turn) editing.value = worker.address;
        };
        await keeping(async () => {
          // An invite is used up: what it was exchanged for must not be lost to a Worker that is slow just now.
          if (invite !== null) await keepIt();
          await test(worker, invite === null ? keepIt : undefined);
        });
      }
      testing.value = false;
    },
    forget: (worker: SavedWorker) =>
      keeping(async () => {
        turn += 1;
        await deps.settings.forget(worker.address);
        await giveBack(worker.address);
        const next = saved.value.current;
        typed.value = next ?? EMPTY;
        editing.value = next?.address ?? null;
        open.value = saved.value.workers.length < 2;
        clear();
      }),
  };
}
