import type { Import } from '../../../shared/protocol/import.ts';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Announcer } from '../../components/announcer.tsx';
import { Legend } from '../../components/status/legend.tsx';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { standingWord } from '../../components/status/standing-pill.tsx';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import type { TimeLeft } from './pace/time-left.ts';
import { formatPercent } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { TimeLeftLine } from './pace/time-left-line.tsx';

interface Props {
  view: Import;
  left: TimeLeft | null;
  /** What can be done about it. */
  children: ComponentChildren;
}

/** The one big truth, and what holds it back or lets it go on. */
export function TruthCard({ view, left, children }: Props) {
  const total = totalOf(view.contacts);
  const done = doneOf(view.contacts);
  const summary = words.watch.doneOf(done, total);
  return (
    <section class="card stack" aria-label={summary}>
      <p class="watch-truth">
        <span class="watch-big">{words.watch.done(done)}</span>
        <span class="watch-of">{words.watch.ofTotal(total)}</span>
        <span class="watch-percent push">{formatPercent(done, total)}</span>
      </p>
      <StackedBar parts={outcomeParts(view.contacts, view.channel)} summary={summary} />
      <TimeLeftLine left={left} />
      {children}
      <Announcer text={words.watch.announce(view.channel, done, total, standingWord(view))} />
    </section>
  );
}

/** Every contact in exactly one place. */
export function OutcomeCard({ view }: { view: Import }) {
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.watch.outcomes}</h2>
      <Legend
        parts={outcomeParts(view.contacts, view.channel)}
        zeros={words.watch.zeros}
        total={{ label: words.home.toCall, count: totalOf(view.contacts) }}
      />
      {view.missedCallbacks ? <p class="small soft">{words.watch.missed(view.missedCallbacks)}</p> : null}
    </section>
  );
}
