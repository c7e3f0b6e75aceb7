const PATIENCE_MS = 1_500;

/** Puts the focus where a screen that is on its way will have something to focus. */
export function focusWhenThere(selector: string): void {
  const until = performance.now() + PATIENCE_MS;
  function look(): void {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) found.focus();
    else if (performance.now() < until) requestAnimationFrame(look);
  }
  look();
}
