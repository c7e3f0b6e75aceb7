import type { Person } from '../../../shared/protocol/person.ts';
import { useApp } from '../../components/app-context.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { formatRoute } from '../../state/route.ts';
import { formatClock } from '../../words/format-time.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { isForEverything } from './entry-scope.ts';
import { SuppressionTable } from './suppression-table.tsx';

/** Everything known about one number: whether it is on the list, why, and which imports called it. */
export function PersonCard({ person }: { person: Person }) {
  const { connection } = useApp();
  const when = useMoment();
  const { number, suppressed, entries, imports, asOf } = person;
  const listed = isForEverything(entries, Date.parse(asOf)) ? words.people.isListed : words.people.isListedInPart;
  return (
    <div class="stack" role="group" aria-label={words.people.found(number)}>
      <Notice tone={suppressed ? 'warn' : 'neutral'} alert>
        {suppressed ? listed(number) : words.people.notListed(number)}
      </Notice>
      {entries.length > 0 ? <SuppressionTable items={entries} onTakeOff={null} /> : null}
      {imports.length === 0 ? (
        <p class="soft">{words.people.neverCalled}</p>
      ) : (
        <DataTable
          caption={words.people.calledBy}
          rows={imports}
          keyOf={({ id }) => id}
          columns={[
            {
              label: words.people.import,
              cell: ({ id, name }) => <a href={formatRoute({ screen: 'import', id })}>{name}</a>,
            },
            { label: words.people.launched, cell: ({ launchedAt }) => when(launchedAt) },
            { label: words.people.by, cell: ({ launchedBy }) => launchedBy },
            {
              label: words.people.attempts,
              look: 'number',
              cell: ({ contacts }) => formatCount(contacts.reduce((sum, { calls }) => sum + calls.length, 0)),
            },
          ]}
        />
      )}
      <p class="small soft">{words.shell.asOf(formatClock(Date.parse(asOf), connection.zone.value))}</p>
    </div>
  );
}
