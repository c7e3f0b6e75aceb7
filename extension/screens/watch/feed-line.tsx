import { isPassing, type ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import type { Feed } from './create-import-watch.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

interface Props {
  feed: Feed;
  /** Of the last request, if it was not answered. */
  fault: ApiFault | null;
  asOf: string;
  settled: boolean;
}

/** How fresh the numbers are, and how they are updated. */
export function FeedLine({ feed, fault, asOf, settled }: Props) {
  const { connection } = useApp();
  return (
    <p class="feed small soft">
      <span>{words.shell.asOf(formatClock(Date.parse(asOf), connection.zone.value))}</span>
      {settled ? null : (
        <span class={`feed-kind feed-${feed}`}>
          <span class="feed-dot" aria-hidden="true" />
          {feed === 'lost' && fault !== null && !isPassing(fault) ? words.faultSentence(fault) : words.watch[feed]}
        </span>
      )}
    </p>
  );
}
