import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { DataTable } from '../../components/data-table.tsx';
import { StandingPill } from '../../components/status/standing-pill.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { standingOf } from '../../state/import-standing.ts';
import { doneOf, totalOf } from '../../state/outcome-totals.ts';
import { formatRoute } from '../../state/route.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';

/** One page of imports. */
export function HistoryTable({ imports, busy }: { imports: readonly ImportSummary[]; busy: boolean }) {
  const when = useMoment();
  return (
    <DataTable
      caption={words.history.caption}
      rows={imports}
      keyOf={({ id }) => id}
      busy={busy}
      columns={[
        {
          label: words.history.name,
          cell: ({ id, name }) => <a href={formatRoute({ screen: 'import', id })}>{name}</a>,
        },
        {
          label: words.history.state,
          look: 'beside',
          cell: (summary) => (
            <span>
              <StandingPill of={summary} />
            </span>
          ),
        },
        { label: words.history.contacts, cell: (summary) => contactsOf(summary) },
        { label: words.history.template, look: 'text', cell: ({ template }) => template.name },
        { label: words.history.by, cell: ({ createdBy }) => createdBy },
        { label: words.history.when, cell: ({ launchedAt, createdAt }) => when(launchedAt ?? createdAt) },
      ]}
    />
  );
}

/** For started imports how far they are; for others how many contacts they have. */
function contactsOf(summary: ImportSummary): string {
  const { contacts, rows, test } = summary;
  if (test) return words.history.testCall;
  return standingOf(summary).launched
    ? words.home.doneOf(doneOf(contacts), totalOf(contacts))
    : formatCount(rows.accepted);
}
