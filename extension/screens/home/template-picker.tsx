import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/field.tsx';
import { pickedTemplate } from '../../state/picked-template.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

/** The template the next file is called with; the last one used is picked already. */
export function TemplatePicker({ templates }: { templates: readonly Template[] }) {
  const { lastTemplateId, rememberTemplate } = useApp();
  const picked = pickedTemplate(templates, lastTemplateId.value);
  return (
    <Field label={words.home.template}>
      {(attributes) => (
        <div class="row">
          <select
            {...attributes}
            class="input"
            style={{ flex: '1 1 160px', width: 'auto' }}
            value={picked?.id ?? ''}
            onChange={(event) => void rememberTemplate(event.currentTarget.value)}
          >
            {picked ? null : (
              <option value="" disabled>
                {words.home.chooseTemplate}
              </option>
            )}
            {templates.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </select>
          <a href={formatRoute({ screen: 'template', id: null, copyOf: null })}>{words.home.newTemplate}</a>
        </div>
      )}
    </Field>
  );
}
