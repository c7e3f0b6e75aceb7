import { useApp } from '../app-context.ts';
import { fromLocalTime } from '../../state/local-time.ts';
import { formatMoment, zoneLabel } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';
import { ClockInput } from './clock-field.tsx';
import { Field } from './field.tsx';
import './form.css';

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | null;
  /** "2026-11-22T09:00" in the account's zone; only one half while the other is missing, '' for neither. */
  value: string;
  /** The time of day to use when a day is chosen before a time. */
  usual?: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

/** A day, and a time on a 24-hour clock, in the account's zone; below, the result is shown in words. */
export function MomentField({ label, hint, error = null, value, usual = '', onChange, onBlur }: Props) {
  const { clock, connection } = useApp();
  const zone = connection.zone.value;
  const [day = '', time = ''] = value.split('T');
  const change = (nextDay: string, nextTime: string) =>
    onChange(nextDay === '' && nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  const at = Date.parse(fromLocalTime(value, zone) ?? '');
  const read = Number.isNaN(at) ? null : `${formatMoment(at, zone, clock.value)} ${zoneLabel(at, zone)}`;
  return (
    <Field label={label} hint={[read, hint].filter(Boolean).join(' · ')} error={error}>
      {(attributes) => (
        <div class="moment">
          <input
            {...attributes}
            class="input"
            type="date"
            value={day}
            onInput={({ currentTarget }) => change(currentTarget.value, time === '' ? usual : time)}
            onBlur={onBlur}
          />
          <ClockInput
            label={words.adjust.timeOf(label)}
            describedBy={attributes['aria-describedby']}
            value={time}
            wrong={error !== null}
            onChange={(typed) => change(day, typed)}
            onBlur={onBlur}
          />
        </div>
      )}
    </Field>
  );
}
