import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/**
 * Plain data computed from signals, which stays the same object while it says the same: nothing is drawn again for a
 * copy.
 */
export function computedByValue<T>(compute: () => T): ReadonlySignal<T> {
  let last: { readonly value: T; readonly key: string } | null = null;
  return computed(() => {
    const value = compute();
    const key = JSON.stringify(value);
    if (last?.key !== key) last = { value, key };
    return last.value;
  });
}
