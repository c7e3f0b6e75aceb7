import type { Import } from '../../../shared/protocol/import.ts';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Announcer } from '../../components/announcer.tsx';
import { Legend } from '../../components/status/legend.tsx';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { standingWord } from '../../components/status/standing-pill.tsx';
import { Icon } from '../../components/icon.tsx';
import { standingOf } from '../../state/import-standing.ts';
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

/**
 * The main result, and the buttons that pause or resume it: how many are done while it runs, and how many answered once
 * nothing changes any more.
 */
export function TruthCard({ view, left, children }: Props) {
  const total = totalOf(view.contacts);
  const done = doneOf(view.contacts);
  const summary = words.watch.doneOf(done, total);
  const { code, settled } = standingOf(view);
  const { completed } = view.contacts;
  const answered = completed > 0 ? words.watch.answered[view.channel](completed) : null;
  return (
    <section class="card stack" aria-label={summary}>
      <p class="watch-truth">
        {settled && answered !== null ? (
          <>
            <span class="watch-big">{answered}</span>
            <span class="watch-of">
              {words.watch.done(done)} <span>{words.watch.ofTotal(total)}</span>
            </span>
          </>
        ) : (
          <>
            <span class="watch-big">{words.watch.done(done)}</span>
            <span class="watch-of">{words.watch.ofTotal(total)}</span>
          </>
        )}
        <span class="watch-percent push">
          {code === 'finished' ? <Icon name="tick" size={28} /> : null}
          {formatPercent(done, total)}
        </span>
      </p>
      {settled || answered === null ? null : <p class="watch-answers">{answered}</p>}
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
