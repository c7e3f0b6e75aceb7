import { computed, signal } from '@preact/signals';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { PreviewPage, PreviewWant } from '../../checking/check-messages.ts';
import type { StartCheck } from './create-file-check.ts';

export type RowPreview = ReturnType<typeof createRowPreview>;

/** One person of the file with the text as they would hear it, and steps to the next and previous. */
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
    const move = moveOf(current, by);
    const at = current.at + move;
    if (current.rows[at]) page.value = { ...current, at, absent: null };
    else
      ask({ at: 'line', line: row.line }, (found) =>
        found.rows[found.at + move] ? { ...found, at: found.at + move } : found,
      );
  }

  return {
    /** Also null if the person asked for is not called: nobody else may be shown as them. */
    row: computed(() => (page.value === null || page.value.absent ? null : (page.value.rows[page.value.at] ?? null))),
    absent: computed(() => page.value?.absent ?? null),
    reading,
    /** Whether the shown person was read with other settings, so that the text may have changed. */
    isStale: computed(() => shownKey.value !== key.value),
    hasNext: computed(() => {
      const current = page.value;
      return current !== null && !(current.isLast && current.at + moveOf(current, 1) >= current.rows.length);
    }),
    hasPrevious: computed(() => {
      const current = page.value;
      return current !== null && !(current.isFirst && current.at + moveOf(current, -1) < 0);
    }),
    /**
     * Shows a person with these settings: the one asked for, or the one shown before. Answers whether there was one.
     */
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
    /** Whom to show at the next opening. */
    aimAt: (want: PreviewWant) => (aim = want),
    next: () => step(1),
    previous: () => step(-1),
    stop: () => end(),
  };
}

/** How far to move: beside a row that is not shown, the nearest shown row is one step closer. */
function moveOf({ rows, at, absent }: PreviewPage, by: 1 | -1): number {
  const stands = rows[at]?.line;
  if (absent === null || stands === undefined) return by;
  return stands > absent.line === (by === 1) ? 0 : by;
}
