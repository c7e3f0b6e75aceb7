import type { ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { RetryFieldValues, RetryReason } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';
import { Checkbox } from './checkbox.tsx';
import './form.css';

const REASONS: readonly RetryReason[] = ['busy', 'no-answer', 'failed'];
const MECHANISMS: readonly RetryFieldValues['mechanism'][] = ['Linear', 'Exponential'];

export type RetryPath = 'retries.count' | 'retries.intervalMinutes' | 'retries.on';

/** The part of a form that holds retries: a template's, or a campaign's. */
interface RetryForm {
  readonly fields: ReadonlySignal<RetryFieldValues>;
  readonly change: (change: Partial<RetryFieldValues>) => void;
  readonly leave: (path: RetryPath) => void;
  readonly shown: (path: RetryPath) => string | null;
}

/** Whether, when and how often a number is tried again. */
export function RetryFields({ form }: { form: RetryForm }) {
  const fields = form.fields.value;
  const id = useId();
  const onError = form.shown('retries.on');
  return (
    <fieldset class="card">
      <legend>{words.editor.retriesHeading}</legend>
      <div class="fields">
        <div class="fields-row">
          <Select
            label={words.editor.retryCount}
            help="retries"
            error={form.shown('retries.count')}
            value={fields.retryCount}
            options={words.editor.retryCounts.map((label, count) => [String(count), label] as const)}
            onChange={(retryCount) => form.change({ retryCount })}
          />
          {fields.retryCount === '0' ? null : (
            <>
              <TextInput
                label={words.editor.retryInterval}
                error={form.shown('retries.intervalMinutes')}
                inputMode="numeric"
                value={fields.retryInterval}
                onInput={(retryInterval) => form.change({ retryInterval })}
                onBlur={() => form.leave('retries.intervalMinutes')}
              />
              <Select
                label={words.editor.mechanism}
                value={fields.mechanism}
                options={MECHANISMS.map((mechanism) => [mechanism, words.editor.mechanisms[mechanism]] as const)}
                onChange={(mechanism) => form.change({ mechanism })}
              />
            </>
          )}
        </div>
        {fields.retryCount === '0' ? null : (
          <div role="group" aria-labelledby={id} class="field">
            <span class="field-legend" id={id}>
              {words.editor.retryOn}
            </span>
            <div class="ticks">
              {REASONS.map((reason) => (
                <Checkbox
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
