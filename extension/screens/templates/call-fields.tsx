import { Field } from '../../components/field.tsx';
import type { TemplateForm } from '../../state/create-template-form.ts';
import type { FlowKind } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';

const KINDS: readonly FlowKind[] = ['greeting', 'ivr', 'flow'];

/** Who calls, and what happens in the call. */
export function CallFields({ form }: { form: TemplateForm }) {
  const fields = form.fields.value;
  return (
    <>
      <section class="card fields">
        <Field label={words.editor.name} hint={words.editor.nameHint} error={form.shown('name')}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              autocomplete="off"
              value={fields.name}
              onInput={(event) => form.change({ name: event.currentTarget.value })}
              onBlur={() => form.leave('name')}
            />
          )}
        </Field>
        <Field label={words.editor.callerId} hint={words.editor.callerIdHint} error={form.shown('callerId')}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              inputMode="tel"
              autocomplete="off"
              value={fields.callerId}
              onInput={(event) => form.change({ callerId: event.currentTarget.value })}
              onBlur={() => form.leave('callerId')}
            />
          )}
        </Field>
      </section>
      <fieldset class="card">
        <legend>{words.editor.kind}</legend>
        <div class="fields">
          <div class="kinds">
            {KINDS.map((kind) => (
              <label key={kind} class="kind">
                <input
                  type="radio"
                  name="kind"
                  value={kind}
                  checked={fields.kind === kind}
                  onChange={() => form.change({ kind })}
                />
                <strong>{words.templates.kinds[kind]}</strong>
                <span class="field-hint">{words.templates.kindNotes[kind]}</span>
              </label>
            ))}
          </div>
          {fields.kind === 'flow' ? <FlowField form={form} /> : <TextField form={form} />}
          {fields.kind === 'ivr' ? <MenuField form={form} /> : null}
        </div>
      </fieldset>
    </>
  );
}

function FlowField({ form }: { form: TemplateForm }) {
  return (
    <Field label={words.editor.url} hint={words.editor.urlHint} error={form.shown('flow.url')}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          inputMode="url"
          autocomplete="off"
          placeholder={words.editor.urlPlaceholder}
          value={form.fields.value.url}
          onInput={(event) => form.change({ url: event.currentTarget.value })}
          onBlur={() => form.leave('flow.url')}
        />
      )}
    </Field>
  );
}

function TextField({ form }: { form: TemplateForm }) {
  return (
    <Field label={words.editor.text} hint={words.editor.textHint} error={form.shown('flow.text')}>
      {(attributes) => (
        <textarea
          {...attributes}
          class="input"
          rows={4}
          value={form.fields.value.text}
          onInput={(event) => form.change({ text: event.currentTarget.value })}
          onBlur={() => form.leave('flow.text')}
        />
      )}
    </Field>
  );
}

function MenuField({ form }: { form: TemplateForm }) {
  return (
    <Field label={words.editor.repeatMenu} hint={words.editor.repeatMenuHint} error={form.shown('flow.repeatMenu')}>
      {(attributes) => (
        <input
          {...attributes}
          class="input input-narrow"
          inputMode="numeric"
          value={form.fields.value.repeatMenu}
          onInput={(event) => form.change({ repeatMenu: event.currentTarget.value })}
          onBlur={() => form.leave('flow.repeatMenu')}
        />
      )}
    </Field>
  );
}
