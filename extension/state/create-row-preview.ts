import { computed, signal } from '@preact/signals';
import type { CheckSettings } from '../../shared/contacts/check-contacts.ts';
import type { PreviewPage, PreviewWant } from '../checking/check-messages.ts';
import type { StartCheck } from './create-file-check.ts';

export type RowPreview = ReturnType<typeof createRowPreview>;

/** One person of the file, as the text would be said to them; steps to the next and the previous. */
export function createRowPreview(startCheck: StartCheck) {
  const page = signal<PreviewPage | null>(null);
  const reading = signal(false);
  const key = signal('');
  const shownKey = signal('');
  let source: Blob | null = null;
  let settings: CheckSettings | null = null;
  let aim: PreviewWant | null = null;
  let end = () => {};

  function ask(want: PreviewWant, arrived: (found: PreviewPage) => PreviewPage = (found) => found): void {
    end();
    if (settings === null || source === null) return;
    reading.value = true;
    end = startCheck({ job: 'preview', file: source, settings, want }, (message) => {
      if (message.type === 'progress') return;
      reading.value = false;
      page.value = message.type === 'previewed' ? arrived(message.page) : null;
      shownKey.value = key.value;
    });
  }

  function step(by: 1 | -1): void {
    const current = page.value;
    const row = current?.rows[current.at];
    if (!current || !row || reading.value) return;
    const at = current.at + by;
    if (current.rows[at]) page.value = { ...current, at };
    else
      ask({ at: 'line', line: row.line }, (found) =>
        found.rows[found.at + by] ? { ...found, at: found.at + by } : found,
      );
  }

  return {
    row: computed(() => page.value?.rows[page.value.at] ?? null),
    reading,
    /** Whether who is shown was read for other settings: what they hear may be another text by now. */
    isStale: computed(() => shownKey.value !== key.value),
    hasNext: computed(() => page.value !== null && !(page.value.isLast && page.value.at >= page.value.rows.length - 1)),
    hasPrevious: computed(() => page.value !== null && !(page.value.isFirst && page.value.at <= 0)),
    /** Shows somebody under these settings: whom was asked for, or who was shown before. Answers whether anybody was. */
    open(file: Blob, next: CheckSettings): boolean {
      const isAimed = aim !== null;
      const nextKey = JSON.stringify(next);
      if (nextKey === key.value && file === source && !isAimed) return false;
      source = file;
      key.value = nextKey;
      settings = next;
      ask(aim ?? { at: 'line', line: page.value?.rows[page.value.at]?.line ?? 1 });
      aim = null;
      return isAimed;
    },
    show: (want: PreviewWant) => ask(want),
    /** Whom to show when it is opened next. */
    aimAt: (want: PreviewWant) => (aim = want),
    next: () => step(1),
    previous: () => step(-1),
    stop: () => end(),
  };
}
