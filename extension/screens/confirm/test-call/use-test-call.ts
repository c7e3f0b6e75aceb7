import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TestCall } from '../../../../shared/people/test-call.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import { isPassing, isRefusal } from '../../../api/api-fault.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import { useApp } from '../../../components/app-context.ts';
import { useEvery } from '../../../components/use-every.ts';
import { newImportId } from '../../../storage/new-import-id.ts';
import { createOwnNumbers } from '../../../storage/own-numbers.ts';
import type { TestPress } from '../../../storage/own-numbers.ts';
import { isOver } from './call-standing.ts';

const numbers = createOwnNumbers(chrome.storage.local);
const LOOK_EVERY_MS = 3_000;
/** Longer than it takes to give up a lost answer: until then a second press would wait for the first anyway. */
const TIMEOUT_MS = 60_000;

/** The test call of one list: what was asked for, what happened, and why it was not made. */
export function useTestCall(keptId: string) {
  const { connection } = useApp();
  const worker = connection.settings.value?.address ?? '';
  const number = useSignal('');
  const press = useSignal<TestPress | null>(null);
  const view = useSignal<Import | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const busy = useSignal(false);

  useEffect(() => {
    let isThis = true;
    void numbers.read(worker).then((own) => {
      if (!isThis) return;
      number.value = own.number;
      press.value = own.press?.of === keptId ? own.press : null;
      void look();
    });
    return () => (isThis = false);
  }, [worker, keptId]);

  async function remember(next: TestPress | null): Promise<void> {
    press.value = next;
    await numbers.remember(worker, { number: number.value.trim(), press: next });
  }

  /** Looks for the last test call: a press without an answer may have made it all the same. */
  async function look(): Promise<void> {
    const { value: client } = connection.client;
    const { value: last } = press;
    if (client === null || last === null || busy.value || (view.value !== null && isOver(view.value))) return;
    const answered = await client.import(last.id);
    if (press.value?.id !== last.id || busy.value) return;
    if (answered.ok) show(answered.value);
    else if (isRefusal(answered.error, 'import_not_found') && view.value !== null) await forget();
  }

  function show(next: Import): void {
    view.value = next;
    fault.value = null;
  }

  async function forget(): Promise<void> {
    view.value = null;
    await remember(null);
  }

  async function call(asked: TestCall): Promise<void> {
    const { value: client } = connection.client;
    if (client === null || busy.value) return;
    busy.value = true;
    try {
      const key = JSON.stringify(asked);
      // It was asked for before and may still be under way, so it is the same call.
      const isSame = press.value?.asked === key && (view.value === null || !isOver(view.value));
      const id =
        isSame && press.value !== null ? press.value.id : newImportId((bytes) => crypto.getRandomValues(bytes));
      view.value = null;
      fault.value = null;
      await remember({ id, asked: key, of: keptId });
      const json = { ...asked, id };
      const answered = await client.ask('import', '/api/test-calls', { method: 'POST', json, timeoutMs: TIMEOUT_MS });
      if (answered.ok) show(answered.value);
      else {
        fault.value = answered.error;
        if (!isPassing(answered.error) && answered.error.code !== 'unreadable_answer') await remember(null);
      }
    } finally {
      busy.value = false;
    }
  }

  useEvery(LOOK_EVERY_MS, look);
  return { number, view, fault, busy, call, isAsked: press.value !== null };
}
