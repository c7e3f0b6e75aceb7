import { signal } from '@preact/signals';
import { createCallWorker } from '../api/call-worker.ts';
import { hostPattern } from '../api/parse-worker-address.ts';
import { createWorkerClient } from '../api/worker-client.ts';
import type { Settings, SettingsStore } from '../storage/settings.ts';
import { readSettings, testConnection } from './test-connection.ts';
import type { Connected, ConnectionFault } from './test-connection.ts';

export interface OptionsDeps {
  readonly settings: SettingsStore;
  readonly fetcher: typeof fetch;
  /** Asks the person for one host; false when they refuse. */
  readonly requestHost: (pattern: string) => Promise<boolean>;
  /** Gives a host back. */
  readonly removeHost: (pattern: string) => Promise<unknown>;
}

export type OptionsState = ReturnType<typeof createOptions>;

/** The settings being typed, and what came of testing them. Nothing is stored that did not work. */
export function createOptions(deps: OptionsDeps) {
  const address = signal('');
  const token = signal('');
  const testing = signal(false);
  const stored = signal<Settings | null>(null);
  const fault = signal<ConnectionFault | null>(null);
  const connected = signal<Connected | null>(null);

  async function test(settings: Settings): Promise<void> {
    const client = createWorkerClient(createCallWorker(settings, deps.fetcher));
    const tested = await testConnection(client);
    fault.value = tested.ok ? null : tested.error;
    connected.value = tested.ok ? tested.value : null;
    if (!tested.ok) return;
    await deps.settings.write(settings);
    const former = stored.value;
    stored.value = settings;
    if (former && hostPattern(former.address) !== hostPattern(settings.address)) {
      await deps.removeHost(hostPattern(former.address));
    }
  }

  return {
    address,
    token,
    testing,
    stored,
    fault,
    connected,
    type(change: Partial<Settings>): void {
      if (change.address !== undefined) address.value = change.address;
      if (change.token !== undefined) token.value = change.token;
      fault.value = null;
      connected.value = null;
    },
    async load(): Promise<void> {
      const settings = await deps.settings.read();
      if (!settings) return;
      stored.value = settings;
      address.value = settings.address;
      token.value = settings.token;
      await test(settings);
    },
    async save(): Promise<void> {
      if (testing.value) return;
      fault.value = null;
      connected.value = null;
      const read = readSettings(address.value, token.value);
      if (!read.ok) {
        fault.value = read.error;
        return;
      }
      testing.value = true;
      address.value = read.value.address;
      // Asked before anything is awaited: a browser takes the question only straight from the press.
      const granted = await deps.requestHost(hostPattern(read.value.address));
      if (granted) await test(read.value);
      else fault.value = { at: 'permission', host: new URL(read.value.address).host };
      testing.value = false;
    },
    async forget(): Promise<void> {
      if (stored.value) await deps.removeHost(hostPattern(stored.value.address));
      await deps.settings.forget();
      stored.value = null;
      address.value = '';
      token.value = '';
      connected.value = null;
      fault.value = null;
    },
  };
}
