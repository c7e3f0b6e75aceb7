import { useSignal } from '@preact/signals';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/words.ts';

const NEWEST = 3;

/**
 * Recently discarded files, each with a button to restore it. If there are many, the older ones are hidden, so that
 * they do not push away what is under way.
 */
export function DiscardedFiles() {
  const { actions, discarded } = useApp();
  const isOpen = useSignal(false);
  const shown = isOpen.value ? discarded.value : discarded.value.slice(0, NEWEST);
  const folded = discarded.value.length - shown.length;
  return (
    <>
      {shown.map(({ id, fileName }) => (
        <p key={id} class="row discarded" role="status">
          {words.home.discarded(fileName)}
          <Button look="quiet" label={words.home.undoDiscardOf(fileName)} onClick={() => void actions.undoDiscard(id)}>
            {words.home.undoDiscard}
          </Button>
        </p>
      ))}
      {folded > 0 ? (
        <p class="discarded-more">
          <Button look="quiet" onClick={() => (isOpen.value = true)}>
            {words.home.moreDiscarded(folded)}
          </Button>
        </p>
      ) : null}
    </>
  );
}
