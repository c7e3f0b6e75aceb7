import { useId } from 'preact/hooks';
import { useApp } from '../../../components/app-context.ts';
import { MomentField } from '../../../components/form/moment-field.tsx';
import { fromLocalTime } from '../../../state/local-time.ts';
import { zoneLabel } from '../../../words/format-time.ts';
import { words } from '../../../words/words.ts';
import type { AdjustForm } from './use-adjust-form.ts';

/** As soon as possible, or not before a time in the account's zone. */
export function StartFields({ adjusting: { form, template, account } }: { adjusting: AdjustForm }) {
  const { clock } = useApp();
  const id = useId();
  const { later, startAt } = form.fields.value;
  const { timeZone } = account;
  const at = fromLocalTime(startAt, timeZone);
  const passed = at !== null && Date.parse(at) <= clock.value;
  const hint = words.adjust.startHint(zoneLabel(clock.value, timeZone));
  return (
    <fieldset class="field">
      <legend class="field-legend">{words.adjust.start[template.channel]}</legend>
      {([false, true] as const).map((choice) => (
        <label key={String(choice)} class="tick">
          <input type="radio" name={id} checked={later === choice} onChange={() => form.change({ later: choice })} />
          <span>{choice ? words.adjust.later : words.adjust.soon}</span>
        </label>
      ))}
      {later ? (
        <MomentField
          label={words.adjust.startAt}
          hint={passed ? `${words.adjust.startPassed} ${hint}` : hint}
          error={form.issues.value.find(({ path }) => path === 'startAt')?.message ?? null}
          value={startAt}
          usual={form.fields.value.from}
          onChange={(typed) => form.change({ startAt: typed })}
        />
      ) : null}
    </fieldset>
  );
}
