import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { assertNever } from '../../../shared/result.ts';
import { useApp } from '../../components/app-context.ts';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import { StandingPill } from '../../components/status/standing-pill.tsx';
import { StatePill } from '../../components/status/state-pill.tsx';
import { useMeantWorker } from '../../components/use-meant-worker.ts';
import { isMeantFor } from '../../state/draft/meant-worker.ts';
import { standingOf } from '../../state/import-standing.ts';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { formatRoute } from '../../state/route.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { formatPercent } from '../../words/format-number.ts';
import { formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

export function RecentSummary({ summary }: { summary: ImportSummary }) {
  const { clock, connection } = useApp();
  const facts = standingOf(summary);
  const total = totalOf(summary.contacts);
  const done = doneOf(summary.contacts);
  const progress = facts.launched
    ? words.home.doneOf(done, total)
    : words.home.contacts(summary.channel, summary.rows.accepted);
  return (
    <a class="recent" href={formatRoute({ screen: 'import', id: summary.id })}>
      <span class="recent-top">
        <span class="recent-name" title={summary.name}>
          {summary.name}
        </span>
        <StandingPill of={summary} />
      </span>
      {facts.launched && total > 0 ? (
        <StackedBar thin parts={outcomeParts(summary.contacts)} summary={progress} />
      ) : null}
      <span class="recent-bottom">
        <span>{progress}</span>
        <span class="push soft">{formatMoment(Date.parse(summary.createdAt), connection.zone.value, clock.value)}</span>
      </span>
    </a>
  );
}

export function RecentKept({ kept }: { kept: KeptImport }) {
  const { clock, connection } = useApp();
  const { rows, upload } = kept;
  const { whole } = useMeantWorker(kept.worker);
  const started = upload.step === 'working' || upload.step === 'stuck';
  return (
    <a
      class="recent"
      href={formatRoute(started ? { screen: 'import', id: kept.id } : { screen: 'step', id: kept.id, step: kept.step })}
    >
      <span class="recent-top">
        <span class="recent-name" title={kept.name}>
          {kept.name}
        </span>
        <KeptPill kept={kept} />
      </span>
      <span class="recent-bottom">
        <span>{rows === null ? kept.fileName : words.home.rows(rows)}</span>
        <span class="push soft">{formatMoment(kept.keptAt, connection.zone.value, clock.value)}</span>
      </span>
      {isMeantFor(kept, connection.settings.value?.address ?? '') ? null : (
        <span class="recent-bottom recent-worker">{words.home.forWorker(whole)}</span>
      )}
    </a>
  );
}

function KeptPill({ kept }: { kept: KeptImport }) {
  const { upload } = kept;
  switch (upload.step) {
    case 'draft':
      return <StatePill tone="neutral" word={words.home.notStarted} />;
    case 'working':
      return (
        <StatePill tone="active" word={words.home.uploadingPercent(formatPercent(upload.offset, kept.fileBytes))} />
      );
    case 'stuck':
    case 'asks_again':
      return <StatePill tone="danger" word={words.places.importState.needs_attention} />;
    default:
      return assertNever(upload);
  }
}
