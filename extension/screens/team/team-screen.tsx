import { useSignal } from '@preact/signals';
import type { TeamToken } from '../../../shared/protocol/team.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { PEOPLE_A_PAGE } from '../../api/admin-calls.ts';
import { useApp } from '../../components/app-context.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import '../../components/form/form.css';
import { AsOf } from '../campaigns/as-of.tsx';
import { ApprovalRule } from './approval-rule.tsx';
import { InviteForm } from './invite-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { useAdminAnswer, useAdminCalls } from './use-admin-calls.ts';
import { UsageCard } from './usage-card.tsx';
import { TeamTabs } from './team-tabs.tsx';

/** Who has access and in which role, with ways to invite a colleague and to end an access. */
export function TeamScreen({ offset }: { offset: number }) {
  const me = useMe();
  return (
    <div class="stack">
      <ScreenTitle>{words.team.title}</ScreenTitle>
      {may(me, 'admins') ? <People offset={offset} /> : <p class="empty">{words.team.adminsOnly}</p>}
    </div>
  );
}

function People({ offset }: { offset: number }) {
  const { rules, stay } = useApp();
  const calls = useAdminCalls();
  const answer = useAdminAnswer(String(offset), (calls) => calls.people(offset));
  const usage = useAdminAnswer('usage', (calls) => calls.usage());
  const asked = useSignal<TeamToken | null>(null);
  const revoked = useSignal<string | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const page = known(answer.loadable);
  const rule = known(rules.loadable.value);

  async function revoke({ id, name }: TeamToken): Promise<void> {
    const told = await calls?.revoke(id);
    if (!told) return;
    fault.value = told.ok ? null : told.error;
    revoked.value = told.ok ? name : null;
    await answer.again();
  }
  return (
    <>
      <TeamTabs current="people" />
      <p class="soft">{words.team.lead}</p>
      <InviteForm />
      <AsOf answer={{ ...answer, again: async () => void (await Promise.all([answer.again(), usage.again()])) }} />
      <PressFault said={words.failed.revoke} fault={fault.value} />
      {revoked.value === null ? null : (
        <Notice tone="good" alert>
          {words.team.revoked(revoked.value)}
        </Notice>
      )}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.total === 0 ? (
        <p class="empty">{words.team.none}</p>
      ) : (
        <>
          <section class="card">
            <PeopleTable people={page.items} busy={answer.busy} onRevoke={(token) => (asked.value = token)} />
          </section>
          <Pager
            total={page.total}
            offset={page.offset}
            shown={page.items.length}
            limit={PEOPLE_A_PAGE}
            onMove={(next) => stay({ screen: 'team', offset: next })}
          />
        </>
      )}
      <UsageCard answer={usage} />
      {rule === null ? null : <ApprovalRule rules={rule} />}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.team.revokeTitle(asked.value.name)}
          body={words.team.revokeBody}
          confirm={words.team.revokeDo}
          keep={words.team.keep}
          onConfirm={() => asked.value && void revoke(asked.value)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </>
  );
}
