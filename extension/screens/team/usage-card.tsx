import type { Usage } from '../../../shared/protocol/usage.ts';
import { useApp } from '../../components/app-context.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { Answering } from '../../components/use-answer.ts';
import { known } from '../../state/loadable.ts';
import { formatCount } from '../../words/format-number.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** What each person's imports called and cost in the last 30 days. */
export function UsageCard({ answer: { loadable } }: { answer: Answering<Usage> }) {
  const { connection } = useApp();
  const usage = known(loadable);
  const { usage: said } = words.team;
  if (usage === null && loadable.state !== 'fault') return null;
  return (
    <section class="card stack" aria-labelledby="usage">
      <h2 id="usage">{said.heading}</h2>
      {loadable.state === 'fault' ? (
        <Notice tone="danger" alert>
          {words.faultSentence(loadable.fault)}{' '}
          {loadable.lastAt === null ? '' : words.shell.old(formatClock(loadable.lastAt, connection.zone.value))}
        </Notice>
      ) : null}
      {usage === null ? null : (
        <>
          <p class="small soft">{said.lead}</p>
          <p class="small soft">{words.shell.asOf(formatClock(Date.parse(usage.asOf), connection.zone.value))}</p>
          {usage.items.length === 0 ? <p class="empty">{said.none}</p> : <UsageTable usage={usage} />}
          {usage.open > 0 ? <p class="small soft">{said.open(usage.open)}</p> : null}
          {usage.items.some(({ spent, calls }) => spent === null && calls > 0) ? (
            <p class="small soft">{said.noPrice}</p>
          ) : null}
        </>
      )}
    </section>
  );
}

function UsageTable({ usage }: { usage: Usage }) {
  const { usage: said } = words.team;
  return (
    <DataTable
      caption={said.heading}
      rows={usage.items}
      keyOf={({ name }) => name}
      columns={[
        { label: said.startedBy, cell: ({ name }) => name },
        { label: said.imports, look: 'number', cell: ({ imports }) => formatCount(imports) },
        { label: said.people, look: 'number', cell: ({ people }) => formatCount(people) },
        { label: said.calls, look: 'number', cell: ({ calls }) => formatCount(calls) },
        { label: said.messages, look: 'number', cell: ({ messages }) => formatCount(messages) },
        { label: said.minutes, look: 'number', cell: ({ seconds }) => formatCount(Math.ceil(seconds / 60)) },
        {
          label: said.spent,
          look: 'number',
          cell: ({ spent }) => (spent === null ? <span class="soft">{said.unknown}</span> : `₹${formatMoney(spent)}`),
        },
      ]}
    />
  );
}

/** 1248000.5 -> "12,48,000.50": rupees and paise. */
function formatMoney(rupees: number): string {
  return rupees.toLocaleString('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
