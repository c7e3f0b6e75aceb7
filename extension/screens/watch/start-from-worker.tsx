import { useSignal } from '@preact/signals';
import type { Import, PlanView } from '../../../shared/protocol/import.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import type { ImportWatch } from '../../state/create-import-watch.ts';
import { words } from '../../words/en.ts';

interface Props {
  watch: ImportWatch;
  view: Import;
  plan: PlanView;
  client: WorkerClient;
}

/** Starts what was brought to the Worker another way, held to the counts on this screen. */
export function StartFromWorker({ watch, view, plan, client }: Props) {
  const { memory } = useApp();
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const expect = { contacts: view.rows.accepted, campaigns: plan.campaigns };

  async function start(): Promise<void> {
    busy.value = true;
    const answer = await client.launchImport(view.id, { expect });
    busy.value = false;
    fault.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    watch.show(answer.value);
    await memory.watch(view.id);
  }

  return (
    <>
      <Button look="primary" busy={busy.value} onClick={() => void start()}>
        {words.check.start(expect.contacts, expect.campaigns)}
      </Button>
      {fault.value ? (
        <Notice tone="danger" alert>
          {words.faultSentence(fault.value)}
        </Notice>
      ) : null}
    </>
  );
}
