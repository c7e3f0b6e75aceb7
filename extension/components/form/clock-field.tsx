import { useSignal } from '@preact/signals';
import { readClock, readClockTyped } from '../../state/read-clock.ts';
import { Field } from './field.tsx';

interface Props {
  label: string;
  /** "09:00"; '' while the typed text is not a time. */
  value: string;
  wrong: boolean;
  onChange: (value: string) => void;
}

/**
 * A time of day on a 24-hour clock, as everywhere on the screens; browsers' own fields follow the browser's language.
 */
export function ClockField({ label, ...clock }: Props) {
  return <Field label={label}>{({ id }) => <ClockInput {...clock} id={id} />}</Field>;
}

interface InputProps extends Omit<Props, 'label'> {
  /** The id, if a label on the screen belongs to the field. */
  id?: string;
  /** A label, if there is none on the screen. */
  label?: string;
  describedBy?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function ClockInput({ id, label, describedBy, value, wrong, onChange, onBlur }: InputProps) {
  const typed = useSignal<string | null>(null);
  // What was typed stays until the time is changed elsewhere, for example by undoing.
  const isTyped = typed.value !== null && (readClockTyped(typed.value) ?? '') === value;
  return (
    <input
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      class="input"
      inputMode="numeric"
      autocomplete="off"
      placeholder="09:00"
      value={isTyped ? (typed.value ?? '') : value}
      {...(wrong ? { 'aria-invalid': true as const } : {})}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        onChange(readClockTyped(currentTarget.value) ?? '');
      }}
      onBlur={() => {
        const read = typed.value === null ? null : readClock(typed.value);
        if (read !== null) {
          typed.value = null;
          onChange(read);
        }
        onBlur?.();
      }}
    />
  );
}
