import type { Import } from '../../../shared/protocol/import.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { StandingPill } from '../../components/status/standing-pill.tsx';
import type { ImportWatch } from './create-import-watch.ts';
import { standingOf } from '../../state/import-standing.ts';
import { EndNotice } from './end-notice.tsx';
import { formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { AttentionList } from './actions/attention-list.tsx';
import { FeedLine } from './feed-line.tsx';
import { LaunchedBody } from './launched-body.tsx';
import { OriginLine } from './origin-line.tsx';
import { WaitingBody } from './upload/waiting-body.tsx';

interface Props {
  watch: ImportWatch;
  view: Import;
  client: WorkerClient;
}

/** One import: the main result and its buttons first, then what needs a person, then its parts. */
export function WatchView({ watch, view, client }: Props) {
  const { clock, connection } = useApp();
  const when = (instant: string) => formatMoment(Date.parse(instant), connection.zone.value, clock.value);
  const facts = standingOf(view);
  return (
    <div class="watch stack">
      <header class="stack watch-head">
        <div class="watch-title">
          <ScreenTitle>{view.name}</ScreenTitle>
          <StandingPill of={view} />
        </div>
        <FeedLine feed={watch.feed.value} fault={watch.fault.value} asOf={view.asOf} settled={facts.settled} />
      </header>
      <EndNotice view={view} client={client} />
      {facts.launched ? (
        <LaunchedBody watch={watch} view={view} client={client} />
      ) : (
        <>
          <AttentionList watch={watch} view={view} client={client} />
          <WaitingBody watch={watch} view={view} client={client} />
        </>
      )}
      <p class="small soft">
        <OriginLine view={view} />{' '}
        {view.launchedAt === null
          ? words.watch.broughtBy(view.createdBy, when(view.createdAt))
          : words.watch.startedBy(view.createdBy, when(view.launchedAt))}
        {words.shell.fullStop}{' '}
        {view.finishedAt === null ? null : `${words.watch.finishedAt(when(view.finishedAt))}${words.shell.fullStop}`}
      </p>
    </div>
  );
}
