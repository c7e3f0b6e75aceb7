import { useLayoutEffect } from 'preact/hooks';
import { words } from '../words/words.ts';
import { useApp } from './app-context.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Warns before a changed form is left by Cancel, a link, a key, Back, or closing the tab. */
export function AskBeforeLeaving({ changed, body }: { changed: boolean; body: string }) {
  const { places } = useApp();
  // Before anything is painted: who types and leaves at once is asked on a slow machine, too.
  useLayoutEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    places.hold(true);
    window.addEventListener('beforeunload', ask);
    return () => {
      places.hold(false);
      window.removeEventListener('beforeunload', ask);
    };
  }, [changed]);
  return places.leaving.value === null ? null : (
    <ConfirmDialog
      danger
      title={words.editor.leaveTitle}
      body={body}
      confirm={words.editor.leaveDo}
      keep={words.editor.stay}
      onConfirm={places.leaveAnyway}
      onClose={places.stayHere}
    />
  );
}
