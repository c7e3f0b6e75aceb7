import type { Suppression } from '../../../shared/people/suppression.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/data-table.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { words } from '../../words/words.ts';
import { scopeText } from './entry-scope.ts';

interface Props {
  items: readonly Suppression[];
  /** Null if nobody can be removed here. */
  onTakeOff: ((item: Suppression) => void) | null;
}

export function nameOf({ number, lastDigits }: Suppression): string {
  return number ?? words.people.erased(lastDigits);
}

/** Entries of the list: since when, by whom, and why. */
export function SuppressionTable({ items, onTakeOff }: Props) {
  const when = useMoment();
  const taker: Column<Suppression>[] =
    onTakeOff === null
      ? []
      : [
          {
            label: words.people.action,
            look: 'action',
            cell: (item) => (
              <Button
                look="quiet-danger"
                label={words.people.takeOffNamed(nameOf(item))}
                onClick={() => onTakeOff(item)}
              >
                {words.people.takeOff}
              </Button>
            ),
          },
        ];
  return (
    <DataTable
      caption={words.people.caption}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { label: words.people.number, cell: nameOf },
        { label: words.people.note, look: 'text', cell: ({ note, upload }) => note ?? upload?.name ?? '' },
        { label: words.people.holds.label, look: 'text', cell: (item) => scopeText(item, when) },
        { label: words.people.source, cell: ({ source }) => words.people.sources[source] },
        { label: words.people.since, cell: ({ at }) => when(at) },
        { label: words.people.by, cell: ({ by }) => by },
        ...taker,
      ]}
    />
  );
}
