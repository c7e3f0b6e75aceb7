import type { Import } from '../../../../shared/protocol/import.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';
import { Button } from '../../../components/button.tsx';
import { countOfOutcomes, firstTicked } from './call-again-groups.ts';
import { useMe } from '../../../components/use-me.ts';
import { may } from '../../../state/team-rights.ts';
import { standingOf } from '../../../state/import-standing.ts';
import { words } from '../../../words/words.ts';

interface Props {
  view: Import;
  outcomes: readonly Outcome[];
  onOpen: () => void;
}

/** Makes another import of those who did not answer or were not reached. */
export function CallAgain({ view, outcomes, onOpen }: Props) {
  const { contacts, channel } = view;
  const me = useMe();
  // Their number is not known until the counts are final.
  if (outcomes.length === 0 || !may(me, 'preparers') || standingOf(view).code === 'settling') return null;
  const first = firstTicked(outcomes);
  const answered = first.includes('no_answer') || first.includes('busy');
  const count = countOfOutcomes(contacts, first);
  return (
    <Button onClick={onOpen}>{answered ? words.watch.again(count) : words.watch.againFailed[channel](count)}</Button>
  );
}
