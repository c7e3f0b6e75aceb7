import type { HelpTopic } from '../../words/en/help.ts';
import { Field } from './field.tsx';

interface Props<Value extends string> {
  label: string;
  hint?: string | undefined;
  error?: string | null;
  help?: HelpTopic;
  value: Value;
  disabled?: boolean;
  options: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value) => void;
}

/** A choice of one from a few. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  help,
  value,
  disabled,
  options,
  onChange,
}: Props<Value>) {
  return (
    <Field label={label} hint={hint} help={help} {...(error === undefined ? {} : { error })}>
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
