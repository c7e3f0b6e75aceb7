import { useSignal } from '@preact/signals';
import type { Import } from '../../../shared/protocol/import.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/notice.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { StatePill } from '../../components/state-pill.tsx';
import type { ImportWatch } from '../../state/create-import-watch.ts';
import { IMPORT_STATE_FACTS } from '../../state/import-states.ts';
import { formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { CheckTotals } from '../check/check-totals.tsx';
import { AttentionList } from './attention-list.tsx';
import { CallAgain } from './call-again.tsx';
import { CampaignList } from './campaign-list.tsx';
import { FeedLine } from './feed-line.tsx';
import { OriginLine } from './origin-line.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { RowsLine } from './rows-line.tsx';
import { WatchActions } from './watch-actions.tsx';
import { WorkerAdjust } from './worker-adjust.tsx';
import { WorkerPlan } from './worker-plan.tsx';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/** One import as it stands: what needs a person first, then the one big truth, then its parts. */
export function WatchView({ watch, view, client }: Props) {
  const { clock, connection } = useApp();
  const when = (instant: string) => formatMoment(Date.parse(instant), connection.zone.value, clock.value);
  const unsaved = useSignal(false);
  const facts = IMPORT_STATE_FACTS[view.state];
  return (
    <div class="watch stack">
      <header class="stack watch-head">
        <div class="watch-title">
          <ScreenTitle>{view.name}</ScreenTitle>
          <StatePill tone={facts.tone} word={words.places.importState[view.state]} />
        </div>
        <FeedLine feed={watch.feed.value} asOf={view.asOf} settled={facts.settled} />
      </header>
      <AttentionList watch={watch} view={view} client={client} />
      {view.state === 'finished' ? (
        <Notice tone="good" title={words.watch.finishedTitle}>
          {words.watch.finishedNote}
        </Notice>
      ) : null}
      {facts.launched ? (
        <OutcomeCard view={view} expectedEnd={view.plan && facts.tone === 'active' ? when(view.plan.endsAt) : null} />
      ) : (
        <CheckTotals rows={view.rows} channel={view.channel} />
      )}
      {view.state === 'checked' && view.plan ? <WorkerPlan view={view} plan={view.plan} /> : null}
      {view.state === 'checked' && view.plan ? <WorkerAdjust watch={watch} view={view} client={client} unsaved={unsaved} /> : null}
      <WatchActions watch={watch} view={view} client={client} held={unsaved.value} />
      {facts.launched ? <CallAgain view={view} /> : null}
      <CampaignList campaigns={view.campaigns} channel={view.channel} />
      {facts.launched && view.rows.total > 0 ? <RowsLine rows={view.rows} channel={view.channel} /> : null}
      <p class="small soft">
        <OriginLine view={view} />{' '}
        {view.launchedAt === null
          ? words.watch.broughtBy(view.createdBy, when(view.createdAt))
          : words.watch.startedBy(view.createdBy, when(view.launchedAt))}
        . {view.finishedAt === null ? null : `${words.watch.finishedAt(when(view.finishedAt))}.`}
      </p>
    </div>
  );
}
