interface Props<Value extends string> {
  name: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string; readonly note: string }[];
  onChange: (value: Value) => void;
}

/** A choice of a few, each explained by a sentence. */
export function KindChoice<Value extends string>({ name, value, options, onChange }: Props<Value>) {
  return (
    <div class="kinds">
      {options.map((option) => (
        <label key={option.value} class="kind">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <strong>{option.label}</strong>
          <span class="field-hint">{option.note}</span>
        </label>
      ))}
    </div>
  );
}
