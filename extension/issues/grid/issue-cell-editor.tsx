import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_ISSUE_VALUE_CHARS } from '../../../shared/limits.ts';

interface Props {
  label: string;
  value: string;
  /** Gets what was typed; null if editing was cancelled. */
  onDone: (value: string | null) => void;
}

/** Edits one number. Enter or leaving the field keeps what was typed, Escape does not. */
export function IssueCellEditor({ label, value, onDone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  // Removing the field also removes its focus, which must not count as leaving it.
  const isDone = useRef(false);
  // Before the next key press, because what is typed right after Enter belongs to the editor.
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  function done(typed: string | null): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(typed);
  }
  return (
    <input
      ref={input}
      class="input issue-input"
      aria-label={label}
      defaultValue={value}
      maxLength={MAX_ISSUE_VALUE_CHARS}
      inputMode="tel"
      autocomplete="off"
      spellcheck={false}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') done(event.currentTarget.value);
        else if (event.key === 'Escape') done(null);
      }}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  );
}
