import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
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

/** A word to look for, asked for when typing pauses or the field is left. */
export function SearchField({ label, hint, value, minChars = 1, tooShort, onSearch }: Props) {
  const typed = useSignal(value);
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) typed.value = value; // changed by something else, as by showing all
    asked.current = value;
  }, [value]);
  const text = typed.value.trim();
  const enough = text === '' || text.length >= minChars;
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const search = () => {
    clearTimeout(waiting.current);
    if (!enough || text === asked.current) return;
    asked.current = text;
    onSearch(text);
  };
  useEffect(() => {
    waiting.current = setTimeout(search, WAIT_MS);
    return () => clearTimeout(waiting.current);
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
          // Whoever presses a link is not brought back by a search that was still waiting.
          onBlur={search}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
