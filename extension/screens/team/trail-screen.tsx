import { useSignal } from '@preact/signals';
import type { ApiFault } from '../../api/api-fault.ts';
import { LINES_A_PAGE } from '../../api/admin-calls.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { SearchField } from '../../components/form/search-field.tsx';
import { Icon } from '../../components/icon.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Pager } from '../../components/pager.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { useAdminAnswer, useAdminCalls } from './use-admin-calls.ts';
import { TeamTabs } from './team-tabs.tsx';
import { TrailTable } from './trail-table.tsx';

/** The file name that the Worker uses. */
const EXPORT_FILE = 'audit.ndjson';

interface Props {
  search: string;
  offset: number;
}

/** Who did what, in sentences; searchable, and downloadable as a whole. */
export function TrailScreen(props: Props) {
  const me = useMe();
  return (
    <div class="stack">
      <ScreenTitle>{words.trail.title}</ScreenTitle>
      {may(me, 'admins') ? <Trail {...props} /> : <p class="empty">{words.team.adminsOnly}</p>}
    </div>
  );
}

function Trail({ search, offset }: Props) {
  const { stay } = useApp();
  const calls = useAdminCalls();
  const answer = useAdminAnswer(`${offset} ${search}`, (asked) => asked.trail(search, offset));
  const busy = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const page = known(answer.loadable);

  async function takeAway(): Promise<void> {
    busy.value = true;
    const file = await calls?.trailFile();
    busy.value = false;
    if (!file) return;
    fault.value = file.ok ? null : file.error;
    if (file.ok) saveFile(file.value, EXPORT_FILE);
  }
  return (
    <>
      <TeamTabs current="trail" />
      <p class="soft">{words.trail.lead}</p>
      <search class="filter filter-two">
        <SearchField
          label={words.trail.search}
          hint={words.trail.searchHint}
          value={search}
          onSearch={(text) => stay({ screen: 'trail', search: text, offset: 0 })}
        />
      </search>
      <AsOf answer={answer} />
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton lines={5} />
        ) : null
      ) : page.total === 0 ? (
        <p class="empty">{search === '' ? words.trail.none : words.trail.noneFound}</p>
      ) : (
        <>
          <section class="card">
            <TrailTable lines={page.items} busy={answer.busy} />
          </section>
          <Pager
            total={page.total}
            offset={offset}
            shown={page.items.length}
            limit={LINES_A_PAGE}
            onMove={(next) => stay({ screen: 'trail', search, offset: next })}
          />
        </>
      )}
      <div class="row">
        <Button busy={busy.value} onClick={() => void takeAway()}>
          <Icon name="download" />
          {words.trail.export}
        </Button>
        <span class="small soft">{words.trail.exportHint}</span>
      </div>
      <PressFault said={words.failed.download} fault={fault.value} />
    </>
  );
}
