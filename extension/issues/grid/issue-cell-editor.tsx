import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_ISSUE_VALUE_CHARS } from '../../../shared/limits.ts';

interface Props {
  label: string;
  value: string;
  /** What was typed; null when it was given up. */
  onDone: (value: string | null) => void;
}

/** A number being corrected. Enter and leaving it take what was typed, Escape does not. */
export function IssueCellEditor({ label, value, onDone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  // Taking the field away takes its focus too, which must not count as leaving it.
  const isDone = useRef(false);
  // Before the next key: what is typed right after Enter belongs here.
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
