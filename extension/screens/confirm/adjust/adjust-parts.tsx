import { useId } from 'preact/hooks';
import { ClockField } from '../../../components/form/clock-field.tsx';
import { Help } from '../../../components/help.tsx';
import { RetryFields } from '../../../components/form/retry-fields.tsx';
import { TextInput } from '../../../components/form/text-input.tsx';
import { words } from '../../../words/words.ts';
import type { AdjustPart } from './adjust-fields.ts';
import { StartFields } from './start-fields.tsx';
import type { AdjustForm } from './use-adjust-form.ts';
import '../../../components/form/form.css';

interface Props {
  part: AdjustPart;
  adjusting: AdjustForm;
}

/**
 * The fields of one part that an import may change about its template. For messages, pace and retries cannot be chosen.
 */
export function AdjustPartFields({ part, adjusting }: Props) {
  if (part === 'startAt') return <StartFields adjusting={adjusting} />;
  if (part === 'window') return <HoursFields adjusting={adjusting} />;
  if (adjusting.template.channel === 'sms') return null;
  return part === 'throttle' ? <PaceField adjusting={adjusting} /> : <Retries adjusting={adjusting} />;
}

function HoursFields({ adjusting: { form, template, account } }: { adjusting: AdjustForm }) {
  const fields = form.fields.value;
  const error = form.issues.value.find(({ path }) => path.startsWith('window'))?.message ?? null;
  const id = useId();
  const times = [
    ['from', words.editor.windowFrom],
    ['to', words.editor.windowTo],
  ] as const;
  return (
    <div class="field" role="group" aria-labelledby={id} aria-describedby={`${id}-note`}>
      <Help about="hours">
        <span class="field-legend" id={id}>
          {words.adjust.hours[template.channel]}
        </span>
      </Help>
      <div class="fields-row">
        {times.map(([end, label]) => (
          <ClockField
            key={end}
            label={label}
            value={fields[end]}
            wrong={error !== null}
            onChange={(time) => form.change({ [end]: time })}
          />
        ))}
      </div>
      <div id={`${id}-note`}>
        {error === null ? null : <p class="field-error">{error}</p>}
        <p class="field-hint">{words.adjust.hoursHint(account.window.from, account.window.to)}</p>
      </div>
    </div>
  );
}

function PaceField({ adjusting: { form, account } }: { adjusting: AdjustForm }) {
  return (
    <TextInput
      label={words.editor.throttle}
      help="throttle"
      hint={words.editor.throttleHint(account.callsPerMinute)}
      error={form.issues.value.find(({ path }) => path === 'throttle')?.message ?? null}
      inputMode="numeric"
      narrow
      value={form.fields.value.throttle}
      onInput={(throttle) => form.change({ throttle })}
    />
  );
}

function Retries({ adjusting: { form } }: { adjusting: AdjustForm }) {
  return <RetryFields form={{ ...form, shown: (path) => messageAt(form.issues.value, path) }} />;
}

function messageAt(issues: readonly { path: string; message: string }[], path: string): string | null {
  return issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message ?? null;
}
