import { computed, signal } from '@preact/signals';
import type { Account } from '../../shared/protocol/account.ts';
import { createCallWorker } from '../api/call-worker.ts';
import { createFileUpload } from '../api/file-upload.ts';
import { createWorkerClient } from '../api/worker-client.ts';
import type { WorkerClient } from '../api/worker-client.ts';
import type { SavedWorker } from '../storage/settings.ts';
import { createResource } from './create-resource.ts';
import { known } from './loadable.ts';

export interface ConnectionDeps {
  readonly fetcher: typeof fetch;
  readonly now: () => number;
  readonly localZone: string;
}

/**
 * This surface's connection to the team's Worker. `settings` is undefined until storage has answered, null if there are
 * none.
 */
export function createConnection(deps: ConnectionDeps) {
  const settings = signal<SavedWorker | null | undefined>(undefined);
  const answers = signal(0);
  const isReached = signal(true);
  let asked = 0;
  /** How much was asked before a call failed: an answer to that may have been on its way when the line broke. */
  let lost = 0;
  const fetcher: typeof fetch = async (input, init) => {
    asked += 1;
    const mine = asked;
    try {
      const response = await deps.fetcher(input, init);
      if (mine > lost) {
        answers.value += 1;
        isReached.value = true;
      }
      return response;
    } catch (error) {
      lost = asked;
      isReached.value = false;
      throw error;
    }
  };
  const call = computed(() => (settings.value ? createCallWorker(settings.value, fetcher) : null));
  const client = computed<WorkerClient | null>(() => (call.value ? createWorkerClient(call.value) : null));
  const upload = computed(() => (call.value ? createFileUpload(call.value) : null));
  const account = createResource<Account>(async () => (await client.value?.account()) ?? null, deps.now);
  return {
    settings,
    call,
    client,
    upload,
    account,
    /** How often the Worker has answered anything asked after the last call that failed; it grows once the connection is back. */
    answers,
    /** Whether the last call, of any kind, was answered: false until something asked after a failure is. */
    isReached,
    /** Times are shown in the zone where the calls are made, not in that of the screen. */
    zone: computed(() => known(account.loadable.value)?.timeZone ?? deps.localZone),
    /** Answers whether the Worker is now another one, so that nothing of the previous one may be shown. */
    change(next: SavedWorker | null): boolean {
      const current = settings.value;
      const same = current && next && current.address === next.address && current.token === next.token;
      if (same && current.label === next.label && current.kind === next.kind) return false;
      if (!same && current !== undefined) account.reset();
      settings.value = next;
      return !same;
    },
  };
}
