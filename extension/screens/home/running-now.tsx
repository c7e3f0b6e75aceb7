import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { words } from '../../words/words.ts';
import { RunningCard } from './running-card.tsx';

/** What is under way, before anything new: whoever opens this with calls going out came for them. */
export function RunningNow({ all }: { all: readonly ImportSummary[] }) {
  return (
    <section class="home-running stack" aria-label={words.home.runningNow}>
      {all.map((one) => (
        <RunningCard key={one.id} of={one} />
      ))}
    </section>
  );
}
