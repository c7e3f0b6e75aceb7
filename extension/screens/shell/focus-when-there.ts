const PATIENCE_MS = 1_500;

/** Moves the focus to an element once a loading screen has it, unless the person moves the focus first. */
export function focusWhenThere(selector: string): void {
  const until = performance.now() + PATIENCE_MS;
  const over = new AbortController();
  // The screen's heading takes the focus on the way.
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
