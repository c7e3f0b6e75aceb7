import type { Channel } from '../../../shared/template/template-schema.ts';
import { CallerIdField } from '../../components/form/caller-id-field.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import type { TemplateForm } from './create-template-form.ts';
import { words } from '../../words/words.ts';
import { KindChoice } from './kind-choice.tsx';

const CHANNELS: readonly Channel[] = ['voice', 'sms'];

interface Props {
  form: TemplateForm;
  /** An existing template keeps its channel, because campaigns were made with it. */
  fixed: boolean;
}

/** Its name, its channel, and the number it calls from. */
export function BasicFields({ form, fixed }: Props) {
  const fields = form.fields.value;
  return (
    <section class="card fields">
      <TextInput
        label={words.editor.name}
        hint={words.editor.nameHint}
        error={form.shown('name')}
        value={fields.name}
        onInput={(name) => form.change({ name })}
        onBlur={() => form.leave('name')}
      />
      {fixed ? null : (
        <div role="group" aria-labelledby="channel" class="field">
          <span class="field-legend" id="channel">
            {words.editor.channel}
          </span>
          <KindChoice
            name="channel"
            value={fields.channel}
            options={CHANNELS.map((channel) => ({
              value: channel,
              label: words.editor.channels[channel],
              note: words.editor.channelNotes[channel],
            }))}
            onChange={(channel) => form.change({ channel })}
          />
        </div>
      )}
      {fields.channel === 'voice' ? (
        <CallerIdField
          value={fields.callerId}
          error={form.shown('callerId')}
          onChange={(callerId) => form.change({ callerId })}
          onBlur={() => form.leave('callerId')}
        />
      ) : null}
    </section>
  );
}
