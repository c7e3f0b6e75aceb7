import { useEffect, useMemo } from 'preact/hooks';
import type { Account } from '../../../../shared/protocol/account.ts';
import { adjustTemplate } from '../../../../shared/template/adjust-template.ts';
import type { Template } from '../../../../shared/template/template-schema.ts';
import { useApp } from '../../../components/app-context.ts';
import type { KeptImport } from '../../../storage/kept-import.ts';
import { useAdjustForm } from './use-adjust-form.ts';

/**
 * A kept import as it will be started: its adjusted template, and the earliest time of a call. Valid changes are stored
 * at once.
 */
export function useAdjusted(kept: KeptImport, saved: Template | null, account: Account | null) {
  const { actions } = useApp();
  const adjusting = useAdjustForm(kept.adjust, saved, account);
  /** Null while something is wrong or not known yet. */
  const adjust = adjusting?.adjust.value ?? null;
  const key = JSON.stringify(adjust ?? kept.adjust);
  useEffect(() => {
    if (adjust !== null && key !== JSON.stringify(kept.adjust)) void actions.change(kept.id, { adjust });
  }, [key]);
  return useMemo(() => {
    const used = adjust ?? kept.adjust;
    return {
      adjusting,
      adjust,
      template: saved && adjustTemplate(saved, used),
      notBefore: used.startAt == null ? null : Date.parse(used.startAt),
    };
  }, [adjusting, saved, adjust === null, key]);
}
