import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import type { ImportDraft } from '../../state/draft/create-import-draft.ts';
import { firstStep } from '../../state/draft/first-step.ts';
import type { KeptImport, KeptStep } from '../../storage/kept-import.ts';

/** Those that have been led, or went their own way: nobody is led twice. */
const led = new Set<string>();

/**
 * Leads a file that was just taken in to the step where it needs a person, which may be none before Start. Answers whether
 * it is still on the way: then no step is shown.
 */
export function useFirstStep(kept: KeptImport, step: KeptStep, draft: ImportDraft): boolean {
  const { actions, stay } = useApp();
  const { id } = kept;
  // A file is kept with its columns to be looked at next, and comes here without having been there.
  const underWay = useSignal(step === 'confirm' && kept.step === 'columns' && !led.has(id));
  const isSaid = Object.keys(kept.columns).length > 0;
  const last = draft.lastChoices.value;
  const waits = last !== null && !isSaid;
  const found = useComputed(() =>
    firstStep({
      columns: draft.columns.value,
      map: draft.map.value,
      check: draft.check.state.value,
      isScreening: draft.screening.value.state === 'asking',
    }),
  ).value;
  const to = waits ? null : found;

  useEffect(() => {
    // What was said of the last such file is said of this one, and changed like whatever a person says.
    if (underWay.value && last !== null && waits) void actions.change(id, { columns: last });
  }, [id, waits]);
  useEffect(() => {
    if (!underWay.value || (step === 'confirm' && to === null)) return;
    led.add(id);
    if (step !== 'confirm' || to === null || to === 'confirm') underWay.value = false;
    else stay({ screen: 'step', id, step: to });
  }, [id, step, to]);
  return underWay.value && step === 'confirm' && to !== 'confirm';
}
