import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { known } from '../../state/loadable.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

const MAX_NAME = 60;

/** What may still change before Start: the name, and how people are called. */
export function ImportSettings({ kept }: { kept: KeptImport }) {
  const { actions, rememberTemplate, templates } = useApp();
  const all = known(templates.loadable.value)?.items ?? null;
  const gone = all !== null && !all.some(({ id }) => id === kept.template.id);
  return (
    <section class="card check-settings">
      <Field label={words.check.nameLabel}>
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
      <Field label={words.check.templateLabel}>
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
            {all?.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {gone ? <Notice tone="danger">{words.check.templateGone}</Notice> : null}
    </section>
  );
}
