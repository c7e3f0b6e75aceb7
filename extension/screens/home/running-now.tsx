import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { knownAt } from '../../state/loadable.ts';
import { formatClock } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { RunningCard } from './running-card.tsx';

/** What is under way comes before anything new, because people who open this while calls run came for them. */
export function RunningNow({ all }: { all: readonly ImportSummary[] }) {
  const { connection, imports } = useApp();
  const loadable = imports.loadable.value;
  const asOf = knownAt(loadable);
  return (
    <section class="home-running stack" aria-label={words.home.runningNow}>
      {loadable.state === 'fault' && asOf !== null ? (
        <Notice tone="warn">{words.home.offline(formatClock(asOf, connection.zone.value))}</Notice>
      ) : null}
      {all.map((one) => (
        <RunningCard key={one.id} of={one} />
      ))}
    </section>
  );
}
