import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Gives the focus to the first field of a form that is marked as wrong, once the marks are on the screen. */
export function useFirstFault(form: RefObject<HTMLFormElement | null>): () => void {
  const asked = useSignal(0);
  const times = asked.value;
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [times]);
  return () => {
    asked.value += 1;
  };
}
