import type { Import } from '../../../shared/protocol/import.ts';
import { Announcer } from '../../components/announcer.tsx';
import { Legend } from '../../components/legend.tsx';
import { outcomeParts } from '../../components/outcome-parts.ts';
import { standingWord } from '../../components/standing-pill.tsx';
import { StackedBar } from '../../components/stacked-bar.tsx';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import type { TimeLeft } from './pace/time-left.ts';
import { formatPercent } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { TimeLeftLine } from './pace/time-left-line.tsx';

/** The one big truth, and every contact in exactly one place. */
export function OutcomeCard({ view, left }: { view: Import; left: TimeLeft | null }) {
  const total = totalOf(view.contacts);
  const done = doneOf(view.contacts);
  const summary = words.watch.doneOf(done, total);
  const parts = outcomeParts(view.contacts, view.channel);
  return (
    <section class="card stack" aria-label={words.watch.outcomes}>
      <p class="watch-truth">
        <span class="watch-big">{words.watch.done(done)}</span>
        <span class="watch-of">{words.watch.ofTotal(total)}</span>
        <span class="watch-percent push">{formatPercent(done, total)}</span>
      </p>
      <StackedBar parts={parts} summary={summary} />
      <TimeLeftLine left={left} />
      <Legend parts={parts} total={{ label: words.home.toCall, count: total }} />
      <Announcer text={words.watch.announce(view.channel, done, total, standingWord(view))} />
    </section>
  );
}
