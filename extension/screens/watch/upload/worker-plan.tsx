import { importCalls } from '../../../api/import-calls.ts';
import { useMemo } from 'preact/hooks';
import type { Import, PlanView } from '../../../../shared/protocol/import.ts';
import { useApp } from '../../../components/app-context.ts';
import { Facts } from '../../../components/facts.tsx';
import type { Fact } from '../../../components/facts.tsx';
import { useAnswer } from '../../../components/use-answer.ts';
import { known } from '../../../state/loadable.ts';
import { formatCount } from '../../../words/format-number.ts';
import { formatDuration, formatMoment } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';
import { costText } from '../../confirm/start-cost.ts';
import { Person } from '../../confirm/person-preview.tsx';
import '../../confirm/confirm-step.css';

/**
 * What will happen to an import at the Worker that waits for its start: the Worker's own plan, and one person as an
 * example.
 */
export function WorkerPlan({ view, plan }: { view: Import; plan: PlanView }) {
  const { clock, connection } = useApp();
  const { channel, rows } = view;
  const why = plan.reason === null ? plan.why : words.sentences.delivery(plan.reason, plan);
  const [from, to] = [Date.parse(plan.startsAt), Date.parse(plan.endsAt)];
  const when = (at: number) => formatMoment(at, connection.zone.value, clock.value);
  const facts: Fact[] = [
    [words.confirm.starts[channel], when(from)],
    [words.confirm.ends, when(to)],
    [words.confirm.takes, words.confirm.takesDays(plan.days, formatDuration(to - from))],
  ];
  if (channel === 'voice') facts.push([words.confirm.attempts, formatCount(plan.worstCaseAttempts), 'worstCase']);
  if (view.spend !== null) facts.push([words.confirm.cost, costText(view.spend)]);
  return (
    <div class="watch-confirm">
      <section class="card stack" aria-labelledby="plan">
        <h2 id="plan" class="confirm-headline">
          {words.confirm.headline(channel, rows.accepted, plan.campaigns)}
        </h2>
        <Facts facts={facts} />
        {why === '' ? null : <p class="small soft">{why}</p>}
      </section>
      <FirstPerson view={view} />
    </div>
  );
}

function FirstPerson({ view }: { view: Import }) {
  const { templates } = useApp();
  const answer = useAnswer(view.id, (client) => importCalls(client, view.id).previewPerson());
  const preview = known(answer.loadable);
  const template = known(templates.loadable.value)?.items.find(({ id }) => id === view.template.id);
  const row = useMemo(() => {
    if (preview === null) return null;
    const { line, number, parts, missing, shortened, row: cells } = preview;
    return {
      line,
      number,
      parts,
      missing,
      shortened,
      cells: Object.entries(cells).map(([heading, value]) => ({ heading, value })),
    };
  }, [preview]);
  if (row === null || template === undefined) return null;
  return (
    <section class="card stack" aria-labelledby="person">
      <h2 id="person">{words.confirm.previewHeading[view.channel]}</h2>
      <Person template={template} row={row} />
    </section>
  );
}
