import type { Account } from '../../../shared/protocol/account.ts';
import { Field } from '../../components/field.tsx';
import { Tick } from '../../components/tick.tsx';
import type { TemplateForm } from '../../state/create-template-form.ts';
import { words } from '../../words/words.ts';

/** Hours, pace, and the rest that is rarely touched. */
export function TimingFields({ form, account }: { form: TemplateForm; account: Account | null }) {
  const fields = form.fields.value;
  const windowError = form.shown('window');
  return (
    <fieldset class="card">
      <legend>{words.editor.timingHeading}</legend>
      <div class="fields">
        <Tick
          label={words.editor.ownWindow}
          {...(account ? { hint: words.editor.ownWindowHint(account.window.from, account.window.to) } : {})}
          checked={fields.ownWindow}
          onChange={(ownWindow) => {
            form.leave('window');
            form.change({ ownWindow });
          }}
        />
        {fields.ownWindow ? (
          <div class="field">
            <div class="fields-row">
              <TimeField
                label={words.editor.windowFrom}
                value={fields.from}
                wrong={windowError !== null}
                onChange={(from) => form.change({ from })}
              />
              <TimeField
                label={words.editor.windowTo}
                value={fields.to}
                wrong={windowError !== null}
                onChange={(to) => form.change({ to })}
              />
            </div>
            <p class="field-error" role="status">
              {windowError}
            </p>
          </div>
        ) : null}
        <Field
          label={words.editor.throttle}
          hint={words.editor.throttleHint(account?.callsPerMinute ?? null)}
          error={form.shown('throttle')}
        >
          {(attributes) => (
            <input
              {...attributes}
              class="input input-narrow"
              inputMode="numeric"
              value={fields.throttle}
              onInput={(event) => form.change({ throttle: event.currentTarget.value })}
              onBlur={() => form.leave('throttle')}
            />
          )}
        </Field>
        <Tick
          label={words.editor.callDuplicates}
          hint={words.editor.callDuplicatesHint}
          checked={fields.callDuplicates}
          onChange={(callDuplicates) => form.change({ callDuplicates })}
        />
        <Field label={words.editor.customField} hint={words.editor.customFieldHint} error={form.shown('customField')}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              autocomplete="off"
              value={fields.customField}
              onInput={(event) => form.change({ customField: event.currentTarget.value })}
              onBlur={() => form.leave('customField')}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

interface TimeProps {
  label: string;
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}

function TimeField({ label, value, wrong, onChange }: TimeProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          type="time"
          value={value}
          {...(wrong ? { 'aria-invalid': true as const } : {})}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
