import { useId } from 'preact/hooks';
import type { HelpTopic } from '../../words/en/help.ts';
import { useHelp } from '../help.tsx';
import './field.css';

interface Props {
  label: string;
  hint?: string;
  help?: HelpTopic;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A yes-or-no choice. */
export function Checkbox({ label, hint, help, checked, onChange }: Props) {
  const id = useId();
  const { button, answer } = useHelp(help);
  return (
    <div class="tick-line">
      <label class="tick">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>{' '}
      {button}
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {answer ? (
        <p class="help-answer" id={answer.id}>
          {answer.text}
        </p>
      ) : null}
    </div>
  );
}
