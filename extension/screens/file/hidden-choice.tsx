interface Props {
  name: string;
  question: string;
  keep: string;
  leave: string;
  /** Whether hidden rows or columns are left out; null until somebody has chosen. */
  value: boolean | null;
  onPick: (leaveOut: boolean) => void;
}

/**
 * Asks whether to read what a sheet hides: nothing is left out, and no hidden row is called, unless a person says so.
 */
export function HiddenChoice({ name, question, keep, leave, value, onPick }: Props) {
  return (
    <fieldset class="sheet-list">
      <legend>
        <strong>{question}</strong>
      </legend>
      {[false, true].map((leaveOut) => (
        <label key={String(leaveOut)} class="tick">
          <input type="radio" name={name} required checked={value === leaveOut} onChange={() => onPick(leaveOut)} />
          <span>{leaveOut ? leave : keep}</span>
        </label>
      ))}
    </fieldset>
  );
}
