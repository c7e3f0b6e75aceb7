import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { isRefusal } from '../../api/api-fault.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { useFirstFault } from '../../components/form/field.tsx';
import { AskBeforeLeaving } from '../../components/ask-before-leaving.tsx';
import { Button } from '../../components/button.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { RetryFields } from '../../components/form/retry-fields.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { createTemplateForm } from './create-template-form.ts';
import { validateTemplate } from './validate-template.ts';
import { known } from '../../state/loadable.ts';
import { toTemplateInput } from '../../state/template-fields.ts';
import type { TemplateFields } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';
import { BasicFields } from './basic-fields.tsx';
import { CallFields } from './call-fields.tsx';
import { SenderFields } from './sender-fields.tsx';
import { TextField } from './text-field.tsx';
import { TimingFields } from './timing-fields.tsx';

interface Props {
  /** null makes a new template. */
  id: string | null;
  initial: TemplateFields;
  /** When what is in the form was changed last; null of a new one. */
  changedAt: string | null;
}

/** The form of a template, judged by the Worker's own rules while it is written. */
export function TemplateEditor({ id, initial, changedAt }: Props) {
  const { connection, go, places, rememberTemplate, templates } = useApp();
  const account = known(connection.account.loadable.value);
  const form = useMemo(
    () => createTemplateForm(initial, (input) => validateTemplate(input, known(connection.account.loadable.value))),
    [],
  );
  const element = useRef<HTMLFormElement>(null);
  const showFirstFault = useFirstFault(element);
  const saving = useSignal(false);
  const fault = useSignal<ApiFault | null>(null);
  const seen = useRef(changedAt);
  const leave = () => go({ screen: 'templates' });

  async function save(): Promise<void> {
    if (saving.value) return;
    if (!form.tryToSave()) {
      showFirstFault();
      return;
    }
    const client = connection.client.value;
    if (!client) return;
    saving.value = true;
    const input = toTemplateInput(form.fields.value);
    const answer = await (id === null
      ? client.createTemplate(input)
      : client.updateTemplate(id, input, seen.current ?? ''));
    if (!answer.ok && isRefusal(answer.error, 'template_changed')) {
      // Who presses again has read that somebody else changed it.
      await templates.refresh();
      const newest = known(templates.loadable.value)?.items.find((one) => one.id === id);
      seen.current = newest?.updatedAt ?? seen.current;
    }
    saving.value = false;
    fault.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    places.hold(false);
    await rememberTemplate(answer.value.id);
    await templates.refresh();
    leave();
  }

  const sms = form.fields.value.channel === 'sms';
  const wrong = form.tried.value ? form.issues.value.length : 0;
  return (
    <form
      ref={element}
      class="editor stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ScreenTitle>{id === null ? words.editor.titleNew : words.editor.titleEdit}</ScreenTitle>
      <div class="editor-columns">
        <div class="stack">
          <BasicFields form={form} fixed={id !== null} />
          {sms ? (
            <fieldset class="card">
              <legend>{words.editor.messageHeading}</legend>
              <TextField form={form} />
            </fieldset>
          ) : (
            <CallFields form={form} />
          )}
        </div>
        <div class="stack">
          {sms ? <SenderFields form={form} /> : <RetryFields form={form} />}
          <TimingFields form={form} account={account} />
        </div>
      </div>
      <div class="save-bar">
        <PressFault said={words.failed.saveTemplate} fault={fault.value} />
        <Button type="submit" look="primary" busy={saving.value}>
          {saving.value ? words.editor.saving : words.editor.save}
        </Button>
        <Button onClick={leave}>{words.shell.cancel}</Button>
        <span class="field-error" role="status">
          {wrong > 0 ? words.editor.fix(wrong) : ''}
        </span>
      </div>
      <AskBeforeLeaving changed={form.changed.value} body={words.editor.leaveBody} />
    </form>
  );
}
