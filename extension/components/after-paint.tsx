import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Shows its children after everything above was painted: one long task becomes two, and the page can respond in
 * between.
 */
export function AfterPaint({ children }: { children: ComponentChildren }) {
  const painted = useSignal(false);
  useEffect(() => {
    painted.value = true;
  }, []);
  return painted.value ? <>{children}</> : null;
}
