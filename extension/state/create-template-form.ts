import { computed, signal } from '@preact/signals';
import type { TemplateIssue } from '../../shared/template/template-issues.ts';
import { toTemplateInput } from './template-fields.ts';
import type { TemplateFields } from './template-fields.ts';

/** The settings as issues name them, one for each place on the form. */
export type TemplatePath =
  | 'name'
  | 'callerId'
  | 'flow.url'
  | 'flow.text'
  | 'flow.repeatMenu'
  | 'retries.count'
  | 'retries.intervalMinutes'
  | 'retries.on'
  | 'window'
  | 'throttle'
  | 'customField';

export type TemplateForm = ReturnType<typeof createTemplateForm>;

/**
 * A template being written. Issues are found at every keystroke and shown once a field has been left, or all together
 * once saving was tried.
 */
export function createTemplateForm(initial: TemplateFields, judge: (input: unknown) => readonly TemplateIssue[]) {
  const fields = signal(initial);
  const left = signal<ReadonlySet<string>>(new Set());
  const tried = signal(false);
  const refused = signal<readonly TemplateIssue[]>([]);
  const issues = computed(() => [...judge(toTemplateInput(fields.value)), ...refused.value]);

  return {
    fields,
    tried,
    issues,
    changed: computed(() => JSON.stringify(fields.value) !== JSON.stringify(initial)),
    change(change: Partial<TemplateFields>): void {
      fields.value = { ...fields.value, ...change };
      refused.value = [];
    },
    leave(path: TemplatePath): void {
      left.value = new Set([...left.value, path]);
    },
    /** The sentence to show at a field, or null. */
    shown(path: TemplatePath): string | null {
      if (!tried.value && !left.value.has(path)) return null;
      return issues.value.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message ?? null;
    },
    /** Shows every issue; answers whether there is none. */
    tryToSave(): boolean {
      tried.value = true;
      return issues.value.length === 0;
    },
    /** What the Worker found although nothing was found here. */
    refuse(found: readonly TemplateIssue[]): void {
      tried.value = true;
      refused.value = found;
    },
  };
}
