import { Field } from './field.tsx';

interface Props<Value extends string> {
  label: string;
  hint?: string | undefined;
  error?: string | null;
  value: Value;
  disabled?: boolean;
  options: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value) => void;
}

/** One of a few. */
export function Select<Value extends string>({ label, hint, error, value, disabled, options, onChange }: Props<Value>) {
  return (
    <Field label={label} hint={hint} {...(error === undefined ? {} : { error })}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const picked = options.find(([one]) => one === event.currentTarget.value);
            if (picked) onChange(picked[0]);
          }}
        >
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
