import type { Account } from '../../../shared/protocol/account.ts';
import { ClockField } from '../../components/form/clock-field.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import type { TemplateForm } from './create-template-form.ts';
import { words } from '../../words/words.ts';

/** The template's own hours, within those of the account. */
export function HoursFields({ form, account }: { form: TemplateForm; account: Account | null }) {
  const fields = form.fields.value;
  const error = form.shown('window');
  return (
    <>
      <Checkbox
        label={words.editor.ownWindow}
        {...(account ? { hint: words.editor.ownWindowHint(account.window.from, account.window.to) } : {})}
        help="hours"
        checked={fields.ownWindow}
        onChange={(ownWindow) => {
          form.leave('window');
          form.change({ ownWindow });
        }}
      />
      {fields.ownWindow ? (
        <div class="field">
          <div class="fields-row">
            <ClockField
              label={words.editor.windowFrom}
              value={fields.from}
              wrong={error !== null}
              onChange={(from) => form.change({ from })}
            />
            <ClockField
              label={words.editor.windowTo}
              value={fields.to}
              wrong={error !== null}
              onChange={(to) => form.change({ to })}
            />
          </div>
          <p class="field-error" role="status">
            {error}
          </p>
        </div>
      ) : null}
    </>
  );
}
