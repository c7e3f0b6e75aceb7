import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/form/field.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { AdjustSection } from './adjust/adjust-section.tsx';
import type { AdjustForm } from './adjust/use-adjust-form.ts';
import { words } from '../../words/words.ts';

const MAX_NAME = 60;

interface Props {
  kept: KeptImport;
  /** Null while it is not known, and when it was deleted. */
  template: Template | null;
  adjusting: AdjustForm | null;
}

/** What may still change before Start: the name, and how people are reached. */
export function ImportSettings({ kept, template, adjusting }: Props) {
  const { actions, rememberTemplate, templates } = useApp();
  const all = known(templates.loadable.value)?.items ?? null;
  const gone = all !== null && template === null;
  return (
    <section class="card stack" aria-labelledby="settings">
      <h2 id="settings">{words.confirm.settingsHeading}</h2>
      <Field label={words.confirm.name}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            value={kept.name}
            maxLength={MAX_NAME}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name !== '') void actions.change(kept.id, { name });
            }}
          />
        )}
      </Field>
      <Field label={words.confirm.template[template?.channel ?? 'voice']}>
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
            {all === null || gone ? <option value={kept.template.id}>{kept.template.name}</option> : null}
            {all?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {template ? (
        <a class="small" href={formatRoute({ screen: 'template', id: template.id, copyOf: null })}>
          {words.confirm.editTemplate}
        </a>
      ) : null}
      {adjusting ? <AdjustSection key={adjusting.template.id} adjusting={adjusting} /> : null}
      {gone ? <Notice tone="danger">{words.steps.templateGone}</Notice> : null}
    </section>
  );
}
