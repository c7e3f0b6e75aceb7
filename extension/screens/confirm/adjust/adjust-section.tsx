import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../../components/button.tsx';
import { words } from '../../../words/words.ts';
import { ADJUST_PARTS } from './adjust-fields.ts';
import { AdjustPartFields } from './adjust-parts.tsx';
import type { AdjustForm } from './use-adjust-form.ts';
import '../../../components/form/form.css';
import './adjust-section.css';

/** When, how fast and how often: everything that one import may change about its template. */
export function AdjustSection({ adjusting }: { adjusting: AdjustForm }) {
  const { form, template, adjust, undo } = adjusting;
  const id = useId();
  const wrong = form.issues.value.length > 0;
  const open = useSignal(wrong);
  const changed = ADJUST_PARTS.filter((part) => adjust.value?.[part] !== undefined).map(
    (part) => words.adjust.parts[part],
  );
  return (
    <section class="adjust">
      <h3 class="row">
        <button
          type="button"
          class="adjust-toggle"
          aria-expanded={open.value}
          aria-controls={id}
          onClick={() => (open.value = !open.value)}
        >
          {words.adjust.title[template.channel]}
        </button>
        {changed.length > 0 ? <span class="small soft">{words.adjust.changed(changed)}</span> : null}
      </h3>
      {open.value ? (
        <div class="fields" id={id}>
          <p class="small soft">{words.adjust.note}</p>
          {ADJUST_PARTS.map((part) => (
            <AdjustPartFields key={part} part={part} adjusting={adjusting} />
          ))}
          {wrong || changed.length > 0 ? (
            <div class="row">
              <Button onClick={() => undo()}>{words.adjust.asTemplate}</Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
