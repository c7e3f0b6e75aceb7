import { Select } from '../../components/form/select.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import type { TemplateForm } from './create-template-form.ts';
import type { TemplateFields } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';

const TYPES: readonly TemplateFields['smsType'][] = ['transactional', 'promotional'];

/** A message's sender and DLT registrations; in India no message is delivered without them. */
export function SenderFields({ form }: { form: TemplateForm }) {
  const fields = form.fields.value;
  return (
    <fieldset class="card">
      <legend>{words.editor.senderHeading}</legend>
      <div class="fields">
        <div class="fields-row">
          <Select
            label={words.editor.smsType}
            value={fields.smsType}
            options={TYPES.map((type) => [type, words.editor.smsTypes[type]] as const)}
            onChange={(smsType) => form.change({ smsType })}
          />
          <TextInput
            label={words.editor.senderId}
            hint={words.editor.senderIdHints[fields.smsType]}
            error={form.shown('senderId')}
            value={fields.senderId}
            onInput={(senderId) => form.change({ senderId })}
            onBlur={() => form.leave('senderId')}
          />
        </div>
        <TextInput
          label={words.editor.dltEntityId}
          help="dlt"
          hint={words.editor.dltEntityIdHint}
          error={form.shown('dltEntityId')}
          inputMode="numeric"
          value={fields.dltEntityId}
          onInput={(dltEntityId) => form.change({ dltEntityId })}
          onBlur={() => form.leave('dltEntityId')}
        />
        <TextInput
          label={words.editor.dltTemplateId}
          hint={words.editor.dltTemplateIdHint}
          error={form.shown('dltTemplateId')}
          inputMode="numeric"
          value={fields.dltTemplateId}
          onInput={(dltTemplateId) => form.change({ dltTemplateId })}
          onBlur={() => form.leave('dltTemplateId')}
        />
      </div>
    </fieldset>
  );
}
