import { useSignal } from '@preact/signals';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { FIRST_HISTORY } from '../../state/history-query.ts';
import { known, knownAt } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { isUnderWay } from '../../storage/kept-import.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { DiscardedFiles } from './discarded-files.tsx';
import { foldDrafts } from './fold-drafts.ts';
import { NotTold } from './not-told.tsx';
import { onCards, recentImports } from './recent-imports.ts';
import { formatClock, formatMoment } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { RecentKept, RecentSummary } from './recent-item.tsx';

/** The newest imports: this browser's drafts, and those of the whole team. */
export function RecentList() {
  const { actions, clock, connection, imports, kept } = useApp();
  const loadable = imports.loadable.value;
  const page = known(loadable);
  const asOf = knownAt(loadable);
  const isOpen = useSignal(false);
  const drafts = kept.value ?? [];
  const { all, folded } = foldDrafts(recentImports(drafts, page?.items ?? []), isOpen.value);
  /** Drafts with the same name are distinguished by their rows and their time. */
  function nameOf({ fileName, rows, keptAt }: KeptImport): string {
    const isTold = drafts.filter((draft) => draft.fileName === fileName).length < 2;
    if (isTold) return fileName;
    const when = formatMoment(keptAt, connection.zone.value, clock.value);
    return [fileName, ...(rows === null ? [] : [words.home.rows(rows)]), when].join(', ');
  }
  return (
    <section aria-labelledby="recent">
      <div class="recent-heading">
        <h2 id="recent">{words.home.recent}</h2>
        {asOf === null ? null : (
          <span class="small soft push">{words.shell.asOf(formatClock(asOf, connection.zone.value))}</span>
        )}
      </div>
      {page && onCards(drafts, page.items).length === 0 ? <NotTold /> : null}
      <DiscardedFiles />
      {all.length > 0 ? (
        <ul class="recent-list">
          {all.map((one) => (
            <li key={one.from === 'browser' ? one.kept.id : one.summary.id} class="recent-item">
              {one.from === 'browser' ? <RecentKept kept={one.kept} /> : <RecentSummary summary={one.summary} />}
              {one.from === 'browser' && !isUnderWay(one.kept) ? (
                <Button
                  look="quiet-danger"
                  label={words.home.discardFile(nameOf(one.kept))}
                  onClick={() => void actions.discard(one.kept.id)}
                >
                  {words.home.discard}
                </Button>
              ) : null}
            </li>
          ))}
          {folded > 0 ? (
            <li>
              <Button look="quiet" onClick={() => (isOpen.value = true)}>
                {words.home.moreDrafts(folded)}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : page?.total === 0 ? (
        <p class="empty">{words.home.noImports}</p>
      ) : loadable.state === 'loading' ? (
        <Skeleton />
      ) : null}
      {page && page.total > 0 ? (
        <p class="row small soft recent-more">
          {page.total > page.items.length ? words.home.showingOf(page.items.length, page.total) : null}
          <a class="push" href={formatRoute({ screen: 'history', look: FIRST_HISTORY })}>
            {words.home.all}
          </a>
        </p>
      ) : null}
    </section>
  );
}
