import { useSignal } from '@preact/signals';
import type { ExotelList } from '../../../shared/protocol/exotel-campaign.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { CAMPAIGNS_A_PAGE } from '../../api/exotel-calls.ts';
import { useApp } from '../../components/app-context.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Help } from '../../components/help.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { CampaignTabs } from '../campaigns/campaign-tabs.tsx';
import '../campaigns/campaigns-screen.css';
import { ListTable } from './list-table.tsx';
import { listTitle } from './list-title.ts';

/** The lists of numbers at Exotel: whose they are, with a way to delete one. */
export function ListsScreen({ offset }: { offset: number }) {
  const { connection, stay } = useApp();
  const answer = useAnswer(String(offset), (client) => client.lists(offset));
  const asked = useSignal<ExotelList | null>(null);
  const removed = useSignal<string | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const page = known(answer.loadable);

  async function remove({ sid, name }: ExotelList): Promise<void> {
    const told = await connection.client.value?.deleteList(sid);
    if (!told) return;
    fault.value = told.ok ? null : told.error;
    removed.value = told.ok ? listTitle(name) : null;
    await answer.again();
  }

  return (
    <div class="stack">
      <ScreenTitle>{words.campaigns.title}</ScreenTitle>
      <CampaignTabs current="lists" />
      <div class="soft">
        <Help about="lists">{words.lists.lead}</Help>
      </div>
      <AsOf answer={answer} />
      <PressFault said={words.failed.deleteList} fault={fault.value} />
      {removed.value === null ? null : (
        <Notice tone="good" alert>
          {words.lists.removed(removed.value)}
        </Notice>
      )}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.items.length === 0 && page.total === 0 ? (
        <p class="empty">{words.lists.none}</p>
      ) : (
        <>
          <section class="card">
            <ListTable lists={page.items} busy={answer.busy} onRemove={(list) => (asked.value = list)} />
          </section>
          <Pager
            total={page.total}
            offset={page.offset}
            shown={page.items.length}
            limit={CAMPAIGNS_A_PAGE}
            onMove={(next) => stay({ screen: 'lists', offset: next })}
          />
        </>
      )}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.lists.removeTitle(listTitle(asked.value.name))}
          body={words.lists.removeBody(asked.value.contacts)}
          confirm={words.lists.removeDo}
          keep={words.lists.keep}
          onConfirm={() => asked.value && void remove(asked.value)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </div>
  );
}
