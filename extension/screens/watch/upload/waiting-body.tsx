import { useSignal } from '@preact/signals';
import type { Import } from '../../../../shared/protocol/import.ts';
import type { WorkerClient } from '../../../api/worker-client.ts';
import type { ImportWatch } from '../create-import-watch.ts';
import { CheckTotals } from '../../check/check-totals.tsx';
import { allowedActions } from '../actions/allowed-actions.ts';
import { CampaignList } from '../campaign-list.tsx';
import { LeftOutPeople } from './left-out-people.tsx';
import { useMe } from '../../../components/use-me.ts';
import { approvalPart, may } from '../../../state/team-rights.ts';
import { ApprovalNotice } from '../approval/approval-notice.tsx';
import { JudgeBar } from '../approval/judge-bar.tsx';
import { StartFromWorker } from './start-from-worker.tsx';
import { WatchActions } from '../actions/watch-actions.tsx';
import { WorkerAdjust } from './worker-adjust.tsx';
import { words } from '../../../words/words.ts';
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
  const me = useMe();
  const part = approvalPart(me, view);
  const isReady = view.state === 'checked' && plan !== null;
  return (
    <>
      <ApprovalNotice view={view} />
      <CheckTotals rows={view.rows} channel={view.channel} />
      {view.state === 'checked' && may(me, 'preparers') ? (
        <LeftOutPeople watch={watch} view={view} client={client} />
      ) : null}
      {isReady ? (
        <>
          <WorkerPlan view={view} plan={plan} />
          {may(me, 'preparers') ? <WorkerAdjust watch={watch} view={view} client={client} unsaved={unsaved} /> : null}
          {part !== null && may(me, 'preparers') ? <p class="small soft">{words.team.adjustCancels}</p> : null}
        </>
      ) : null}
      <CampaignList campaigns={view.campaigns} channel={view.channel} />
      <WatchActions view={view} client={client} />
      {plan !== null && part === 'judge' && view.state === 'checked' ? (
        <JudgeBar watch={watch} view={view} plan={plan} client={client} held={unsaved.value} />
      ) : null}
      {plan !== null && part === null && allowedActions(view.state).start ? (
        <StartFromWorker watch={watch} view={view} plan={plan} client={client} held={unsaved.value} />
      ) : null}
    </>
  );
}
