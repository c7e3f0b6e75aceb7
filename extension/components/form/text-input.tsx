import type { HelpTopic } from '../../words/en/help.ts';
import { Field } from './field.tsx';

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | null;
  help?: HelpTopic;
  value: string;
  kind?: 'line' | 'lines';
  inputMode?: 'tel' | 'url' | 'numeric';
  placeholder?: string;
  narrow?: boolean;
  onInput: (value: string) => void;
  onBlur?: () => void;
}

/** A text field of one or several lines. */
export function TextInput({ label, hint, error = null, help, kind = 'line', narrow, onInput, ...rest }: Props) {
  const { inputMode, ...common } = rest;
  return (
    <Field label={label} hint={hint} error={error} help={help}>
      {(attributes) => {
        const given = {
          ...attributes,
          ...common,
          class: narrow ? 'input input-narrow' : 'input',
          autocomplete: 'off',
          onInput: (event: Event & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
            onInput(event.currentTarget.value),
        };
        if (kind === 'lines') return <textarea {...given} rows={4} />;
        return <input {...given} {...(inputMode ? { inputMode } : {})} />;
      }}
    </Field>
  );
}
