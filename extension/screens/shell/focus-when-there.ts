const PATIENCE_MS = 1_500;

/** Puts the focus where a screen that is on its way will have something to focus, unless a person takes it elsewhere. */
export function focusWhenThere(selector: string): void {
  const until = performance.now() + PATIENCE_MS;
  const over = new AbortController();
  // The heading of the screen takes it in passing.
  const onFocus = ({ target }: FocusEvent) => target instanceof HTMLHeadingElement || over.abort();
  addEventListener('focusin', onFocus, { signal: over.signal });
  function look(): void {
    if (over.signal.aborted) return;
    const found = document.querySelector<HTMLElement>(selector);
    if (found || performance.now() >= until) over.abort();
    else requestAnimationFrame(look);
    found?.focus();
  }
  look();
}
