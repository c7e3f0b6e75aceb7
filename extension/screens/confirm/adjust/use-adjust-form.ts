import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Account } from '../../../../shared/protocol/account.ts';
import type { Adjustment } from '../../../../shared/template/adjust-template.ts';
import type { Template } from '../../../../shared/template/template-schema.ts';
import { useApp } from '../../../components/app-context.ts';
import type { RetryPath } from '../../../components/form/retry-fields.tsx';
import { fieldsOf, toAdjustFields, toAdjustment } from './adjust-fields.ts';
import type { AdjustFields, AdjustPart } from './adjust-fields.ts';
import { createForm } from '../../../state/create-form.ts';
import type { Form } from '../../../state/create-form.ts';
import { validateAdjustment } from './validate-adjustment.ts';
import type { AdjustIssue } from './validate-adjustment.ts';

type AdjustPath = 'startAt' | 'window' | 'throttle' | RetryPath;

export interface AdjustForm {
  readonly form: Form<AdjustFields, AdjustPath, AdjustIssue>;
  readonly template: Template;
  readonly account: Account;
  /** What was typed, as the Worker accepts it; null while something is wrong. */
  readonly adjust: ReadonlySignal<Adjustment | null>;
  /** Resets everything, or one part, to the template. */
  readonly undo: (part?: AdjustPart) => void;
}

/** The form for what one import changes about its template; it begins with what the import changes already. */
export function useAdjustForm(
  adjusted: Adjustment,
  template: Template | null,
  account: Account | null,
): AdjustForm | null {
  const { clock } = useApp();
  const rules = account && [account.window, account.timeZone, account.callsPerMinute];
  return useMemo(() => {
    if (!template || !account) return null;
    const base = { template, window: account.window, timeZone: account.timeZone };
    const judge = (fields: AdjustFields) =>
      validateAdjustment(toAdjustment(fields, base), template, account, clock.peek());
    const form = createForm<AdjustFields, AdjustPath, AdjustIssue>(toAdjustFields(adjusted, base), (fields) => {
      const judged = judge(fields);
      return judged.ok ? [] : judged.error;
    });
    const adjust = computed(() => {
      const judged = judge(form.fields.value);
      return judged.ok ? judged.value : null;
    });
    const undo = (part?: AdjustPart) => {
      const plain = toAdjustFields({}, base);
      form.change(part === undefined ? plain : fieldsOf(part, plain));
    };
    return { form, template, account, adjust, undo };
    // The account is loaded again and again; only changed rules make a new form.
  }, [template?.id, template?.updatedAt, JSON.stringify(rules)]);
}
