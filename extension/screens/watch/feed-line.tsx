import { useApp } from '../../components/app-context.ts';
import type { Feed } from './create-import-watch.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** How fresh the numbers are, and how they are updated. */
export function FeedLine({ feed, asOf, settled }: { feed: Feed; asOf: string; settled: boolean }) {
  const { connection } = useApp();
  return (
    <p class="feed small soft">
      <span>{words.shell.asOf(formatClock(Date.parse(asOf), connection.zone.value))}</span>
      {settled ? null : (
        <span class={`feed-kind feed-${feed}`}>
          <span class="feed-dot" aria-hidden="true" />
          {words.watch[feed]}
        </span>
      )}
    </p>
  );
}
