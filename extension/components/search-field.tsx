import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Field } from './field.tsx';

const WAIT_MS = 350;

interface Props {
  label: string;
  hint?: string | undefined;
  value: string;
  /** Shorter words are not asked for; 0 characters always are. */
  minChars?: number;
  tooShort?: string;
  onSearch: (text: string) => void;
}

/** A word to look for, asked for when typing pauses. */
export function SearchField({ label, hint, value, minChars = 1, tooShort, onSearch }: Props) {
  const typed = useSignal(value);
  const text = typed.value.trim();
  const enough = text === '' || text.length >= minChars;
  useEffect(() => {
    if (!enough || text === value) return;
    const timer = setTimeout(() => onSearch(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field label={label} hint={enough ? hint : tooShort}>
      {(attributes) => (
        <input
          {...attributes}
          class="input"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
