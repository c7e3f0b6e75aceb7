import type { ExotelList } from '../../../shared/protocol/exotel-campaign.ts';
import { Button } from '../../components/button.tsx';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import type { Column } from '../../components/data-table.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { formatRoute } from '../../state/route.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { listTitle } from './list-title.ts';

interface Props {
  lists: readonly ExotelList[];
  busy: boolean;
  onRemove: (list: ExotelList) => void;
}

/** One page of lists. */
export function ListTable({ lists, busy, onRemove }: Props) {
  const when = useMoment();
  const canDelete = may(useMe(), 'launchers');
  const remover: Column<ExotelList> = {
    label: words.lists.action,
    look: 'action',
    cell: (list) => (
      <Button look="quiet-danger" label={words.lists.removeNamed(listTitle(list.name))} onClick={() => onRemove(list)}>
        {words.lists.remove}
      </Button>
    ),
  };
  return (
    <DataTable
      caption={words.lists.caption}
      rows={lists}
      keyOf={({ sid }) => sid}
      busy={busy}
      columns={[
        { label: words.lists.name, cell: ({ name }) => <span title={name}>{listTitle(name)}</span> },
        {
          label: words.lists.contacts,
          look: 'number',
          cell: ({ contacts }) => (contacts === null ? words.shell.none : formatCount(contacts)),
        },
        { label: words.lists.created, cell: ({ createdAt }) => when(createdAt) },
        {
          label: words.lists.madeBy,
          cell: ({ import: own }) =>
            own === null ? (
              <span class="soft">{words.lists.elsewhere}</span>
            ) : (
              <a href={formatRoute({ screen: 'import', id: own.id })}>{words.lists.ofImport}</a>
            ),
        },
        ...(canDelete ? [remover] : []),
      ]}
    />
  );
}
