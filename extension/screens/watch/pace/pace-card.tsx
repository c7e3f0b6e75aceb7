import { useId, useMemo } from 'preact/hooks';
import { toWallMs } from '../../../../shared/plan/zoned-time.ts';
import type { Pace } from '../../../../shared/protocol/contact.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import { useApp } from '../../../components/app-context.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Skeleton } from '../../../components/status/skeleton.tsx';
import { calledOf } from '../../../state/outcome-totals.ts';
import { standingOf } from '../../../state/import-standing.ts';
import { paceChart } from './bar-heights.ts';
import type { PaceBar, PaceChart } from './bar-heights.ts';
import { paceNow, recentPace } from './recent-pace.ts';
import { formatCount } from '../../../words/format-number.ts';
import { formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';
import { PaceBars } from './pace-bars.tsx';
import './pace-card.css';

interface Props {
  view: Import;
  pace: Pace | null;
  /** Whether what is shown is as of now. */
  isHeard: boolean;
}

/** How fast it has gone: a picture, the same in a sentence, and the same as a table. */
export function PaceCard({ view, pace, isHeard }: Props) {
  const { connection } = useApp();
  const id = useId();
  const zone = connection.zone.value;
  const settled = standingOf(view).settled;
  const until = settled || pace === null ? 0 : paceNow(pace);
  const chart = useMemo(() => {
    const first = pace?.items[0];
    const begin = first ? Date.parse(first.at) : Number.NaN;
    return pace === null || Number.isNaN(begin) ? null : paceChart(pace.items, until, toWallMs(begin, zone) - begin);
  }, [pace, until, zone]);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.pace.title[view.channel]}</h2>
      {pace === null ? (
        <Skeleton lines={2} />
      ) : chart === null ? (
        <p class="small soft">{calledOf(view.contacts) > 0 ? words.pace.noTimes : words.pace.none[view.channel]}</p>
      ) : (
        <Drawn view={view} pace={pace} isHeard={isHeard} chart={chart} zone={zone} />
      )}
    </section>
  );
}

function Drawn({ view, pace, isHeard, chart, zone }: Props & { pace: Pace; chart: PaceChart; zone: string }) {
  const { clock } = useApp();
  const { channel, state } = view;
  const isOver = standingOf(view).settled;
  const when = (at: number) => formatMoment(at, zone, clock.value);
  const { perMinute } = recentPace(pace.items, paceNow(pace), false);
  const ofLate =
    perMinute === null || state !== 'running' || !isHeard ? '' : ` ${words.pace.ofLate(channel, perMinute)}`;
  const { calls, busiest, stepMinutes, slots } = chart;
  const summary = words.pace.summary(channel, calls, busiest.perMinute, when(busiest.at), isOver) + ofLate;
  return (
    <figure class="pace">
      <PaceBars chart={chart} channel={channel} zone={zone} />
      <figcaption class="small">
        {summary}{' '}
        <span class="soft">
          {words.pace.each(stepMinutes)} {slots.some(({ kind }) => kind === 'gap') ? words.pace.gaps : ''}
        </span>
      </figcaption>
      <details class="pace-table">
        <summary class="small">{words.pace.table}</summary>
        <DataTable
          slim
          caption={words.pace.title[channel]}
          rows={slots.filter((slot): slot is PaceBar => slot.kind === 'bar')}
          keyOf={({ at }) => String(at)}
          columns={[
            { label: words.pace.from, cell: ({ at }) => when(at) },
            { label: words.pace.calls[channel], look: 'number', cell: (bar) => formatCount(bar.calls) },
            { label: words.pace.perMinute, look: 'number', cell: (bar) => words.pace.rounded(bar.perMinute) },
          ]}
        />
      </details>
    </figure>
  );
}
