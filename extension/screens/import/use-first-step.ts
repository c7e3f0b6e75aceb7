import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import { firstStep } from '../../state/draft/first-step.ts';
import type { KeptImport, KeptStep } from '../../storage/kept-import.ts';

/** Imports that were led to a step, or where the person chose one: none is led twice. */
const led = new Set<string>();

/**
 * Leads a newly taken-in file to the step that needs a person; that may be none before Start. Answers whether it is
 * still being decided; then no step is shown.
 */
export function useFirstStep(kept: KeptImport, step: KeptStep, draft: ImportDraft): boolean {
  const { actions, stay } = useApp();
  const { id } = kept;
  // A new file is stored with the columns step as next, and comes here without having been there.
  const underWay = useSignal(step === 'confirm' && kept.step === 'columns' && !led.has(id));
  const last = draft.lastChoices.value;
  const isUnsaid = last !== null && Object.keys(kept.columns).length === 0;
  const to = firstStep({
    columns: draft.columns.value,
    map: draft.map.value,
    check: draft.check.state.value,
    isScreening: draft.screening.value.state === 'asking',
    chosen: draft.chosen.value,
    kept: kept.columns,
    last,
  });

  useEffect(() => {
    // The choice for the last file of this kind is used here too, and can be changed like any other.
    if (underWay.value && isUnsaid) void actions.change(id, { columns: last });
  }, [id, isUnsaid]);
  useEffect(() => {
    if (!underWay.value || (step === 'confirm' && to === null)) return;
    led.add(id);
    if (step !== 'confirm' || to === null || to === 'confirm') underWay.value = false;
    else stay({ screen: 'step', id, step: to });
  }, [id, step, to]);
  return underWay.value && step === 'confirm' && to !== 'confirm';
}
