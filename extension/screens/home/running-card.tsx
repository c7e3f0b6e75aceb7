import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { isPassing } from '../../api/api-fault.ts';
import type { ImportAction } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { outcomeParts } from '../../components/status/outcome-parts.ts';
import { StackedBar } from '../../components/status/stacked-bar.tsx';
import { StandingPill } from '../../components/status/standing-pill.tsx';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import { formatRoute } from '../../state/route.ts';
import { formatPercent } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { hasHappened, isPending } from '../watch/actions/allowed-actions.ts';
import type { FailedPress } from '../watch/actions/failed-press.ts';
import { SteerButtons } from '../watch/actions/steer-buttons.tsx';
import '../watch/watch-screen.css';

/** One import under way: how far it is, and buttons to hold it back without opening it. */
export function RunningCard({ of }: { of: ImportSummary }) {
  const { connection, imports } = useApp();
  const asked = useSignal<ImportAction | null>(null);
  const failed = useSignal<(FailedPress & { readonly answers: number }) | null>(null);
  const done = doneOf(of.contacts);
  const total = totalOf(of.contacts);
  const list = imports.loadable.value;
  useEffect(() => {
    // The connection is back, so the failure of a press that did not arrive is over; a list asked for before says nothing.
    const isBack = list.state === 'ready' && connection.answers.peek() > (failed.value?.answers ?? 0);
    if (isBack && failed.value && isPassing(failed.value.fault)) failed.value = null;
  }, [list]);

  async function steer(action: ImportAction): Promise<void> {
    failed.value = null;
    const answered = await connection.client.value?.steerImport(of.id, action);
    const answers = connection.answers.peek();
    if (answered && !answered.ok) failed.value = { action, fault: answered.error, answers };
    else asked.value = action;
    if (answered?.ok) await imports.refresh();
  }
  return (
    <section class="card stack running-card" aria-label={of.name}>
      <div class="watch-title">
        <h2>
          <a href={formatRoute({ screen: 'import', id: of.id })}>{of.name}</a>
        </h2>
        <StandingPill of={of} />
      </div>
      <p class="watch-truth">
        <span class="watch-big">{words.watch.done(done)}</span>
        <span class="watch-of">{words.watch.ofTotal(total)}</span>
        <span class="watch-percent push">{formatPercent(done, total)}</span>
      </p>
      <StackedBar parts={outcomeParts(of.contacts, of.channel)} summary={words.watch.doneOf(done, total)} />
      <SteerButtons
        of={of}
        pending={asked.value !== null && isPending(asked.value, of.state) ? asked.value : null}
        failed={failed.value !== null && !hasHappened(failed.value.action, of.state) ? failed.value : null}
        steer={steer}
      />
    </section>
  );
}
