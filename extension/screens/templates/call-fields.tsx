import { TextInput } from '../../components/form/text-input.tsx';
import type { TemplateForm } from './create-template-form.ts';
import type { FlowKind } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';
import { KindChoice } from './kind-choice.tsx';
import { TextField } from './text-field.tsx';

const KINDS: readonly FlowKind[] = ['greeting', 'ivr', 'flow'];

/** What happens in a call. */
export function CallFields({ form }: { form: TemplateForm }) {
  const fields = form.fields.value;
  return (
    <fieldset class="card">
      <legend>{words.editor.kind}</legend>
      <div class="fields">
        <KindChoice
          name="kind"
          value={fields.kind}
          options={KINDS.map((kind) => ({
            value: kind,
            label: words.templates.kinds[kind],
            note: words.templates.kindNotes[kind],
          }))}
          onChange={(kind) => form.change({ kind })}
        />
        {fields.kind === 'flow' ? (
          <TextInput
            label={words.editor.url}
            hint={words.editor.urlHint}
            error={form.shown('flow.url')}
            inputMode="url"
            placeholder={words.editor.urlPlaceholder}
            value={fields.url}
            onInput={(url) => form.change({ url })}
            onBlur={() => form.leave('flow.url')}
          />
        ) : (
          <TextField form={form} />
        )}
        {fields.kind === 'ivr' ? (
          <TextInput
            label={words.editor.repeatMenu}
            hint={words.editor.repeatMenuHint}
            error={form.shown('flow.repeatMenu')}
            inputMode="numeric"
            narrow
            value={fields.repeatMenu}
            onInput={(repeatMenu) => form.change({ repeatMenu })}
            onBlur={() => form.leave('flow.repeatMenu')}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
