import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Field } from './field.tsx';

const WAIT_MS = 350;

interface Props {
  label: string;
  hint?: string | undefined;
  value: string;
  /** Shorter texts are not searched for; an empty one always is. */
  minChars?: number;
  tooShort?: string;
  onSearch: (text: string) => void;
}

/** A search text; the search runs when typing pauses or the field is left. */
export function SearchField({ label, hint, value, minChars = 1, tooShort, onSearch }: Props) {
  const typed = useSignal(value);
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) typed.value = value; // the value was changed elsewhere, for example by showing all
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
          // Searches before the focus moves, so that a search still waiting does not undo a link that is pressed.
          onBlur={search}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
