import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { SearchField } from '../../components/form/search-field.tsx';
import { Select } from '../../components/form/select.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { FIRST_HISTORY, HISTORY_GROUPS } from '../../state/history-query.ts';
import type { HistoryQuery } from '../../state/history-query.ts';
import { HISTORY_A_PAGE, historyQuery } from './history-page.ts';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import '../campaigns/campaigns-screen.css';
import { HistoryTable } from './history-table.tsx';

/** All imports of the team, searchable by name, whoever started them. */
export function HistoryScreen({ look }: { look: HistoryQuery }) {
  const { kept, stay } = useApp();
  const query = historyQuery(look);
  const answer = useAnswer(JSON.stringify(query), (client) => client.findImports(query));
  const page = known(answer.loadable);
  const change = (next: Partial<HistoryQuery>) => stay({ screen: 'history', look: { ...look, offset: 0, ...next } });
  const here = kept.value?.length ?? 0;
  return (
    <div class="stack">
      <ScreenTitle>{words.history.title}</ScreenTitle>
      <search class="filter filter-two">
        <SearchField
          label={words.history.search}
          hint={words.history.searchHint}
          value={look.search}
          onSearch={(search) => change({ search })}
        />
        <Select
          label={words.history.group}
          value={look.group}
          options={[
            ['', words.history.anyGroup],
            ...HISTORY_GROUPS.map((group) => [group, words.history.groups[group]] as const),
          ]}
          onChange={(group) => change({ group })}
        />
      </search>
      <AsOf answer={answer} />
      {here > 0 ? (
        <p class="small soft">
          {words.history.here(here)} <a href={formatRoute({ screen: 'home' })}>{words.history.seeHere}</a>.
        </p>
      ) : null}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton lines={5} />
        ) : null
      ) : page.items.length > 0 ? (
        <>
          <section class="card">
            <HistoryTable imports={page.items} busy={answer.busy} />
          </section>
          <Pager
            total={page.total}
            offset={look.offset}
            shown={page.items.length}
            limit={HISTORY_A_PAGE}
            onMove={(offset) => change({ offset })}
          />
        </>
      ) : (
        <NoImports look={look} />
      )}
    </div>
  );
}

function NoImports({ look }: { look: HistoryQuery }) {
  const { go, stay } = useApp();
  const asked = look.search !== '' || look.group !== '' || look.offset > 0;
  return (
    <div class="empty stack">
      <p>{asked ? words.history.noneFound : words.history.none}</p>
      <p>
        {asked ? (
          <Button onClick={() => stay({ screen: 'history', look: FIRST_HISTORY })}>{words.history.showAll}</Button>
        ) : (
          <Button onClick={() => go({ screen: 'home' })}>{words.history.newImport}</Button>
        )}
      </p>
    </div>
  );
}
