import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The heading of a screen. It takes the focus when the screen is opened, so that it is read out and Tab starts there.
 */
export function ScreenTitle({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The person went to a field of this screen, so it keeps the focus.
    if (document.activeElement?.closest('main input')) return;
    // The first screen of a window leaves the focus where the browser put it.
    if (history.state !== null || location.hash.length > 2) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
