import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** One fault: its field in the form, and what to do about it in words. */
interface FormIssue {
  readonly path: string;
  readonly message: string;
}

export interface Form<Fields extends object, Path extends string, Issue extends FormIssue = FormIssue> {
  readonly fields: ReadonlySignal<Fields>;
  readonly issues: ReadonlySignal<readonly Issue[]>;
  readonly tried: ReadonlySignal<boolean>;
  readonly changed: ReadonlySignal<boolean>;
  readonly change: (change: Partial<Fields>) => void;
  readonly leave: (path: Path) => void;
  /** The sentence to show at a field; null for none. */
  readonly shown: (path: Path) => string | null;
  /** Shows every fault; answers whether there is none. */
  readonly tryToSave: () => boolean;
}

/**
 * A form being filled in. Faults are computed at every key press, and shown once a field has been left, or all at once
 * after saving was tried.
 */
export function createForm<Fields extends object, Path extends string, Issue extends FormIssue>(
  initial: Fields,
  judge: (fields: Fields) => readonly Issue[],
): Form<Fields, Path, Issue> {
  const fields = signal(initial);
  const left = signal<ReadonlySet<string>>(new Set());
  const tried = signal(false);
  const issues = computed(() => judge(fields.value));

  return {
    fields,
    tried,
    issues,
    changed: computed(() => JSON.stringify(fields.value) !== JSON.stringify(initial)),
    change(change: Partial<Fields>): void {
      fields.value = { ...fields.value, ...change };
    },
    leave(path: Path): void {
      left.value = new Set([...left.value, path]);
    },
    shown(path: Path): string | null {
      if (!tried.value && !left.value.has(path)) return null;
      return issues.value.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message ?? null;
    },
    tryToSave(): boolean {
      tried.value = true;
      return issues.value.length === 0;
    },
  };
}
