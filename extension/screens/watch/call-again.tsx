import { useSignal } from '@preact/signals';
import type { Import } from '../../../shared/protocol/import.ts';
import { Button } from '../../components/button.tsx';
import { againOutcomes, countOfOutcomes, firstTicked } from '../../state/call-again.ts';
import { words } from '../../words/words.ts';
import { CallAgainForm } from './call-again-form.tsx';

/** Another import from those of this one who did not answer, or were not reached at all. */
export function CallAgain({ view }: { view: Import }) {
  const open = useSignal(false);
  const { contacts, channel } = view;
  const outcomes = againOutcomes(contacts, channel);
  if (outcomes.length === 0) return null;
  if (open.value) return <CallAgainForm view={view} outcomes={outcomes} onClose={() => (open.value = false)} />;
  const first = firstTicked(outcomes);
  const answered = first.includes('no_answer') || first.includes('busy');
  return (
    <div class="watch-again">
      <Button onClick={() => (open.value = true)}>
        {answered
          ? words.watch.again(countOfOutcomes(contacts, first))
          : words.watch.againFailed[channel](countOfOutcomes(contacts, first))}
      </Button>
    </div>
  );
}
