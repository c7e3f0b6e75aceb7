import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One thing that is so or not. */
export function Tick({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint ? (
          <span class="field-hint" id={`${id}-hint`}>
            <br />
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
