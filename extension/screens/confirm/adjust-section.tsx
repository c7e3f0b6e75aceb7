import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ClockField } from '../../components/form/clock-field.tsx';
import { Help } from '../../components/help.tsx';
import { RetryFields } from '../../components/form/retry-fields.tsx';
import { TextInput } from '../../components/form/text-input.tsx';
import { words } from '../../words/words.ts';
import { StartFields } from './start-fields.tsx';
import type { AdjustForm } from './use-adjust-form.ts';
import '../../components/form/form.css';
import './adjust-section.css';

const PARTS = ['startAt', 'window', 'throttle', 'retries'] as const;

/** When, how fast and how often: whatever one import may do otherwise than its template. */
export function AdjustSection({ adjusting }: { adjusting: AdjustForm }) {
  const { form, template, adjust, undo } = adjusting;
  const id = useId();
  const wrong = form.issues.value.length > 0;
  const open = useSignal(wrong);
  const changed = PARTS.filter((part) => adjust.value?.[part] !== undefined).map((part) => words.adjust.parts[part]);
  return (
    <section class="adjust">
      <h3 class="row">
        <button
          type="button"
          class="adjust-toggle"
          aria-expanded={open.value}
          aria-controls={id}
          onClick={() => (open.value = !open.value)}
        >
          {words.adjust.title[template.channel]}
        </button>
        {changed.length > 0 ? <span class="small soft">{words.adjust.changed(changed)}</span> : null}
      </h3>
      {open.value ? (
        <div class="fields" id={id}>
          <p class="small soft">{words.adjust.note}</p>
          <StartFields adjusting={adjusting} />
          <HoursFields adjusting={adjusting} />
          {template.channel === 'voice' ? <PaceFields adjusting={adjusting} /> : null}
          {wrong || changed.length > 0 ? (
            <div class="row">
              <Button onClick={undo}>{words.adjust.asTemplate}</Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </section>
  );
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

function PaceFields({ adjusting: { form, account } }: { adjusting: AdjustForm }) {
  return (
    <>
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
      <RetryFields form={{ ...form, shown: (path) => messageAt(form.issues.value, path) }} />
    </>
  );
}

function messageAt(issues: readonly { path: string; message: string }[], path: string): string | null {
  return issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message ?? null;
}
