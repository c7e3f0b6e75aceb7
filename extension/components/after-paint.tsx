import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** Shows its children once what stands above them was painted: one long task becomes two, and the page answers in between. */
export function AfterPaint({ children }: { children: ComponentChildren }) {
  const painted = useSignal(false);
  useEffect(() => {
    painted.value = true;
  }, []);
  return painted.value ? <>{children}</> : null;
}
