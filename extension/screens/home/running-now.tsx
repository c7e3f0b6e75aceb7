import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { words } from '../../words/words.ts';
import { NotTold } from './not-told.tsx';
import { RunningCard } from './running-card.tsx';

/** What is under way comes before anything new, because people who open this while calls run came for them. */
export function RunningNow({ all }: { all: readonly ImportSummary[] }) {
  return (
    <section class="home-running stack" aria-label={words.home.runningNow}>
      <NotTold />
      {all.map((one) => (
        <RunningCard key={one.id} of={one} />
      ))}
    </section>
  );
}
