import type { Template } from '../../../shared/template/template-schema.ts';
import { Field } from '../../components/form/field.tsx';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

interface Props {
  templates: readonly Template[];
  picked: Template | null;
  onPick: (template: Template) => void;
}

/** Which template is used for the people of a file. */
export function TemplatePicker({ templates, picked, onPick }: Props) {
  return (
    <Field label={words.confirm.template[picked?.channel ?? 'voice']}>
      {(attributes) => (
        <div class="row template-picker">
          <select
            {...attributes}
            class="input"
            value={picked?.id ?? ''}
            onChange={(event) => {
              const template = templates.find(({ id }) => id === event.currentTarget.value);
              if (template) onPick(template);
            }}
          >
            {picked ? null : (
              <option value="" disabled>
                {words.file.chooseTemplate}
              </option>
            )}
            {templates.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </select>
          <a href={formatRoute({ screen: 'template', id: null, copyOf: null })}>{words.file.newTemplate}</a>
        </div>
      )}
    </Field>
  );
}
