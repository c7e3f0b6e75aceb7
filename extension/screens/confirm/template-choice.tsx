import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/form/field.tsx';
import { known } from '../../state/loadable.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import type { AdjustPart } from './adjust/adjust-fields.ts';
import { words } from '../../words/words.ts';

interface Props {
  kept: KeptImport;
  channel: Channel;
}

/** Which template is used for these people; a deleted one is shown until another is chosen. */
export function TemplateChoice({ kept, channel }: Props) {
  const { actions, rememberTemplate, templates } = useApp();
  const all = known(templates.loadable.value)?.items ?? null;
  const isThere = all?.some(({ id }) => id === kept.template.id) === true;
  return (
    <Field label={words.confirm.template[channel]}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          value={kept.template.id}
          onChange={(event) => {
            const chosen = all?.find(({ id }) => id === event.currentTarget.value);
            if (!chosen) return;
            void rememberTemplate(chosen.id);
            void actions.change(kept.id, { template: { id: chosen.id, name: chosen.name } });
          }}
        >
          {isThere ? null : <option value={kept.template.id}>{kept.template.name}</option>}
          {all?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The same choice, below the fact that shows the template. */
export function TemplateFact({ open, ...choice }: Props & { open: Signal<AdjustPart | 'template' | null> }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('select')?.focus(), []);
  return (
    <div
      ref={box}
      class="fields fact-fields"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        open.value = null;
      }}
    >
      <TemplateChoice {...choice} />
      <div class="row">
        <Button onClick={() => (open.value = null)}>{words.adjust.done}</Button>
      </div>
    </div>
  );
}
