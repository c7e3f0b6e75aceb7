import { Field } from '../../components/field.tsx';
import { Tick } from '../../components/tick.tsx';
import type { TemplateForm } from '../../state/create-template-form.ts';
import type { RetryReason, TemplateFields } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';

const REASONS: readonly RetryReason[] = ['busy', 'no-answer', 'failed'];
const MECHANISMS: readonly TemplateFields['mechanism'][] = ['Linear', 'Exponential'];

/** Whether, when and how often a number is tried again. */
export function RetryFields({ form }: { form: TemplateForm }) {
  const fields = form.fields.value;
  const onError = form.shown('retries.on');
  return (
    <fieldset class="card">
      <legend>{words.editor.retriesHeading}</legend>
      <div class="fields">
        <div class="fields-row">
          <Field label={words.editor.retryCount} error={form.shown('retries.count')}>
            {(attributes) => (
              <select
                {...attributes}
                class="input"
                value={fields.retryCount}
                onChange={(event) => form.change({ retryCount: event.currentTarget.value })}
              >
                {words.editor.retryCounts.map((label, count) => (
                  <option key={label} value={String(count)}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {fields.retryCount === '0' ? null : (
            <>
              <Field label={words.editor.retryInterval} error={form.shown('retries.intervalMinutes')}>
                {(attributes) => (
                  <input
                    {...attributes}
                    class="input"
                    inputMode="numeric"
                    value={fields.retryInterval}
                    onInput={(event) => form.change({ retryInterval: event.currentTarget.value })}
                    onBlur={() => form.leave('retries.intervalMinutes')}
                  />
                )}
              </Field>
              <Field label={words.editor.mechanism}>
                {(attributes) => (
                  <select
                    {...attributes}
                    class="input"
                    value={fields.mechanism}
                    onChange={(event) => {
                      const mechanism = MECHANISMS.find((one) => one === event.currentTarget.value);
                      if (mechanism) form.change({ mechanism });
                    }}
                  >
                    {MECHANISMS.map((mechanism) => (
                      <option key={mechanism} value={mechanism}>
                        {words.editor.mechanisms[mechanism]}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </>
          )}
        </div>
        {fields.retryCount === '0' ? null : (
          <div role="group" aria-labelledby="retry-on" class="field">
            <span class="field-legend" id="retry-on">
              {words.editor.retryOn}
            </span>
            <div class="ticks">
              {REASONS.map((reason) => (
                <Tick
                  key={reason}
                  label={words.editor.retryReasons[reason]}
                  checked={fields.retryOn.includes(reason)}
                  onChange={(checked) => {
                    form.leave('retries.on');
                    const others = fields.retryOn.filter((one) => one !== reason);
                    form.change({ retryOn: checked ? [...others, reason] : others });
                  }}
                />
              ))}
            </div>
            {onError ? <p class="field-error">{onError}</p> : null}
          </div>
        )}
      </div>
    </fieldset>
  );
}
