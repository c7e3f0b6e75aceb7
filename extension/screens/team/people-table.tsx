import type { TeamToken } from '../../../shared/protocol/team.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';

interface Props {
  people: readonly TeamToken[];
  busy: boolean;
  onRevoke: (token: TeamToken) => void;
}

/** One page of the people with access: their role, and when their token was last used. */
export function PeopleTable({ people, busy, onRevoke }: Props) {
  const when = useMoment();
  const { templates } = useApp();
  const listed = known(templates.loadable.value)?.items ?? [];
  return (
    <DataTable
      caption={words.team.caption}
      rows={people}
      keyOf={({ id }) => id}
      busy={busy}
      columns={[
        { label: words.team.name, cell: ({ name }) => name },
        { label: words.team.role, cell: ({ role }) => words.team.roles[role] },
        {
          label: words.team.lastUsed,
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? <span class="soft">{words.team.notUsed}</span> : when(lastUsedAt),
        },
        {
          label: words.team.expires,
          cell: ({ expiresAt }) =>
            expiresAt === null ? <span class="soft">{words.team.never}</span> : when(expiresAt),
        },
        {
          label: words.team.template,
          cell: ({ template }) =>
            template === null ? (
              <span class="soft">{words.team.anyTemplate}</span>
            ) : (
              (listed.find(({ id }) => id === template)?.name ?? words.team.templateGone)
            ),
        },
        { label: words.team.addedBy, cell: ({ createdBy }) => createdBy },
        { label: words.team.token, cell: ({ prefix }) => <code>{prefix}…</code> },
        {
          label: words.team.action,
          look: 'action',
          cell: (token) => (
            <Button look="quiet-danger" label={words.team.revokeNamed(token.name)} onClick={() => onRevoke(token)}>
              {words.team.revoke}
            </Button>
          ),
        },
      ]}
    />
  );
}
