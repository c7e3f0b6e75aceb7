import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { words } from '../../../words/words.ts';
import type { AdjustPart } from './adjust-fields.ts';
import { AdjustPartFields } from './adjust-parts.tsx';
import type { AdjustForm } from './use-adjust-form.ts';
import './adjust-section.css';

interface Props {
  part: AdjustPart;
  adjusting: AdjustForm;
  /** Which fact is being edited; only one at a time. */
  open: Signal<AdjustPart | 'template' | null>;
}

/** The fields of one fact, below it: what is typed takes effect at once, here and in the timeline. */
export function FactEditor({ part, adjusting, open }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { adjust, form, undo } = adjusting;
  const isWrong = form.issues.value.some(({ path }) => path.startsWith(part));
  const isChanged = isWrong || adjust.value?.[part] !== undefined;
  useEffect(() => box.current?.querySelector<HTMLElement>('input:checked, input, select')?.focus(), []);
  function close(): void {
    open.value = null;
  }
  return (
    <div
      ref={box}
      class="fields fact-fields"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <AdjustPartFields part={part} adjusting={adjusting} />
      <p class="field-hint">{words.adjust.note}</p>
      <div class="row">
        <Button onClick={close}>{words.adjust.done}</Button>
        {isChanged ? (
          <Button look="quiet" onClick={() => undo(part)}>
            {words.adjust.asTemplate}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
