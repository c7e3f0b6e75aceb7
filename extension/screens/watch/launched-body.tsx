import { useSignal } from '@preact/signals';
import { retryTailMs } from '../../../shared/plan/dial-time.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { adjustTemplate } from '../../../shared/template/adjust-template.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import type { ImportWatch } from './create-import-watch.ts';
import { standingOf } from '../../state/import-standing.ts';
import { known } from '../../state/loadable.ts';
import { timeLeft } from './pace/time-left.ts';
import { AttentionList } from './actions/attention-list.tsx';
import { SteerButtons } from './actions/steer-buttons.tsx';
import { againOutcomes } from './actions/call-again-groups.ts';
import { CallAgainForm } from './actions/call-again-form.tsx';
import { CallAgain } from './actions/call-again.tsx';
import { CampaignList } from './campaign-list.tsx';
import { NumberSearch } from './number-search.tsx';
import { OutcomeCard, TruthCard } from './outcome-card.tsx';
import { PaceCard } from './pace/pace-card.tsx';
import { RowsLine } from './rows-line.tsx';
import { usePace } from './pace/use-pace.ts';
import { WatchActions } from './actions/watch-actions.tsx';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/** An import after its start: the main result, what can be done, how fast it goes, and its parts. */
export function LaunchedBody({ watch, view, client }: Props) {
  const { clock } = useApp();
  const pace = usePace(view);
  const tail = useRetryTail(view);
  // Of what nobody is heard of it is not known how fast it goes.
  const isHeard = watch.feed.value !== 'lost';
  const again = useSignal(false);
  const outcomes = againOutcomes(view.contacts, view.channel);
  const isAgain = again.value && outcomes.length > 0;
  // What to do about people who did not answer: beside the result once all are known, until then among the other
  // actions.
  const isOver = standingOf(view).settled;
  const callAgain = isAgain ? null : <CallAgain view={view} outcomes={outcomes} onOpen={() => (again.value = true)} />;
  return (
    <div class="watch-body">
      <TruthCard view={view} left={isHeard ? timeLeft(view, pace, clock.value, tail) : null}>
        <SteerButtons
          of={view}
          pending={watch.pending.value}
          failed={watch.failed.value}
          steer={(action) => watch.steer(action)}
        />
        {isOver && outcomes.length > 0 ? <div class="row watch-again">{callAgain}</div> : null}
      </TruthCard>
      {isAgain ? <CallAgainForm view={view} outcomes={outcomes} onClose={() => (again.value = false)} /> : null}
      {view.attention.length > 0 ? (
        <div class="stack">
          <AttentionList watch={watch} view={view} client={client} />
        </div>
      ) : null}
      <OutcomeCard view={view} />
      <div class="stack">
        <WatchActions view={view} client={client}>
          {isOver ? null : callAgain}
        </WatchActions>
      </div>
      <div class="watch-tools">
        <PaceCard view={view} pace={pace} isHeard={isHeard} />
        <NumberSearch view={view} client={client} />
      </div>
      <div class="stack">
        <CampaignList campaigns={view.campaigns} channel={view.channel} />
        {view.rows.total > 0 ? <RowsLine rows={view.rows} channel={view.channel} /> : null}
      </div>
    </div>
  );
}

/** How long the last retry waits, as far as the template is known; it may have changed since the start. */
function useRetryTail({ template: { id }, adjust }: Import): number {
  const { templates } = useApp();
  const template = known(templates.loadable.value)?.items.find((one) => one.id === id);
  if (template === undefined) return 0;
  const used = adjustTemplate(template, adjust);
  return used.channel === 'voice' ? retryTailMs(used.retries) : 0;
}
