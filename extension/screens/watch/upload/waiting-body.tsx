import { useSignal } from '@preact/signals';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import type { ImportWatch } from '../create-import-watch.ts';
import { CheckTotals } from '../../check/check-totals.tsx';
import { allowedActions } from '../actions/allowed-actions.ts';
import { CampaignList } from '../campaign-list.tsx';
import { LeftOutPeople } from './left-out-people.tsx';
import { StartFromWorker } from './start-from-worker.tsx';
import { WatchActions } from '../actions/watch-actions.tsx';
import { WorkerAdjust } from './worker-adjust.tsx';
import { WorkerPlan } from './worker-plan.tsx';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/** An import at the Worker before its start: who is in it, what will happen, and what can still change. */
export function WaitingBody({ watch, view, client }: Props) {
  const unsaved = useSignal(false);
  const { plan } = view;
  const isReady = view.state === 'checked' && plan !== null;
  return (
    <>
      <CheckTotals rows={view.rows} channel={view.channel} />
      {view.state === 'checked' ? <LeftOutPeople watch={watch} view={view} client={client} /> : null}
      {isReady ? (
        <>
          <WorkerPlan view={view} plan={plan} />
          <WorkerAdjust watch={watch} view={view} client={client} unsaved={unsaved} />
        </>
      ) : null}
      <CampaignList campaigns={view.campaigns} channel={view.channel} />
      <WatchActions view={view} client={client} />
      {plan !== null && allowedActions(view.state).start ? (
        <StartFromWorker watch={watch} view={view} plan={plan} client={client} held={unsaved.value} />
      ) : null}
    </>
  );
}
