import type { Account } from '../../../shared/protocol/account.ts';
import { TextInput } from '../../components/form/text-input.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import type { TemplateForm } from './create-template-form.ts';
import { words } from '../../words/words.ts';
import { HoursFields } from './hours-fields.tsx';

/** Hours, pace, and other settings that are rarely changed. For messages only the hours can be chosen. */
export function TimingFields({ form, account }: { form: TemplateForm; account: Account | null }) {
  const fields = form.fields.value;
  const duplicatesError = form.shown('callDuplicates');
  const sms = fields.channel === 'sms';
  return (
    <fieldset class="card">
      <legend>{sms ? words.editor.hoursHeading : words.editor.timingHeading}</legend>
      <div class="fields">
        <HoursFields form={form} account={account} />
        {sms ? null : (
          <>
            <TextInput
              label={words.editor.throttle}
              help="throttle"
              hint={words.editor.throttleHint(account?.callsPerMinute ?? null)}
              error={form.shown('throttle')}
              inputMode="numeric"
              narrow
              value={fields.throttle}
              onInput={(throttle) => form.change({ throttle })}
              onBlur={() => form.leave('throttle')}
            />
            <div class="field">
              <Checkbox
                label={words.editor.callDuplicates}
                hint={words.editor.callDuplicatesHint}
                checked={fields.callDuplicates}
                onChange={(callDuplicates) => {
                  form.leave('callDuplicates');
                  form.change({ callDuplicates });
                }}
              />
              {duplicatesError ? (
                <p class="field-error" role="status">
                  {duplicatesError}
                </p>
              ) : null}
            </div>
            <TextInput
              label={words.editor.customField}
              hint={words.editor.customFieldHint}
              error={form.shown('customField')}
              value={fields.customField}
              onInput={(customField) => form.change({ customField })}
              onBlur={() => form.leave('customField')}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}
