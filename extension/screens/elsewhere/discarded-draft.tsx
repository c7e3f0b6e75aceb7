import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

/** A draft that was discarded while it was open, perhaps in another window. Taken back, it opens where it was. */
export function DiscardedDraft({ thrown }: { thrown: KeptImport }) {
  const { actions, go } = useApp();
  return (
    <Notice
      tone="neutral"
      action={
        <>
          <Button
            look="primary"
            label={words.home.undoDiscardOf(thrown.fileName)}
            onClick={() => void actions.undoDiscard(thrown.id)}
          >
            {words.home.undoDiscard}
          </Button>
          <Button onClick={() => go({ screen: 'home' })}>{words.shell.home}</Button>
        </>
      }
      alert
    >
      {words.home.discarded(thrown.fileName)}
    </Notice>
  );
}
