import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Import, PlanView } from '../../../../shared/protocol/import.ts';
import type { ApiFault } from '../../../api/api-fault.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import { useApp } from '../../../components/app-context.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import type { ImportWatch } from '../create-import-watch.ts';
import { formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';
import '../../import/step-bar.css';

interface Props {
  watch: ImportWatch;
  view: Import;
  plan: PlanView;
  client: WorkerClient;
  held: boolean;
}

/** Starts what was brought to the Worker another way, held to the counts on this screen. */
export function StartFromWorker({ watch, view, plan, client, held }: Props) {
  const { clock, connection, memory } = useApp();
  const busy = useSignal(false);
  const again = useSignal(false);
  const note = useId();
  const fault = useSignal<ApiFault | null>(null);
  const expect = { contacts: view.rows.accepted, campaigns: plan.campaigns };

  async function start(): Promise<void> {
    busy.value = true;
    const answer = await client.launchImport(view.id, { expect, again: again.value });
    busy.value = false;
    fault.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    watch.show(answer.value);
    await memory.watch(view.id);
  }

  return (
    <div class="step-bar watch-start">
      {view.launchedBefore ? (
        <Notice
          tone="warn"
          action={
            <Checkbox
              label={words.check.callAgain}
              checked={again.value}
              onChange={(checked) => (again.value = checked)}
            />
          }
        >
          {words.check.launchedBefore(
            view.launchedBefore.name,
            view.launchedBefore.createdBy,
            formatMoment(Date.parse(view.launchedBefore.launchedAt), connection.zone.value, clock.value),
          )}
        </Notice>
      ) : null}
      <span id={note} class="small soft step-bar-reason">
        {held ? words.adjust.useFirst : ''}
      </span>
      <Button
        look="primary"
        large
        busy={busy.value}
        disabled={held || (view.launchedBefore !== null && !again.value)}
        describedBy={note}
        onClick={() => void start()}
      >
        {words.check.start(expect.contacts, expect.campaigns, view.channel)}
      </Button>
      {fault.value ? (
        <Notice tone="danger" title={words.watch.startFailed} alert>
          {words.faultSentence(fault.value)}
        </Notice>
      ) : null}
    </div>
  );
}
