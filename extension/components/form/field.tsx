import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { HelpTopic } from '../../words/en/help.ts';
import { useHelp } from '../help.tsx';
import './field.css';

export interface FieldAttributes {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | null;
  help?: HelpTopic | undefined;
  /** Renders the control with the attributes that connect it to its label, hint and error. */
  children: (attributes: FieldAttributes) => ComponentChildren;
}

/** A control with its label above, its hint below, and its error beside it. */
export function Field({ label, hint, error, help, children }: Props) {
  const id = useId();
  const { button, answer } = useHelp(help);
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div class={`field${error ? ' field-wrong' : ''}`}>
      {button === null ? (
        <label for={id}>{label}</label>
      ) : (
        <div class="field-asked">
          <label for={id}>{label}</label> {button}
        </div>
      )}
      {answer ? (
        <p class="help-answer" id={answer.id}>
          {answer.text}
        </p>
      ) : null}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** Moves the focus to the first field of a form that has an error, once errors are shown. */
export function useFirstFault(form: RefObject<HTMLFormElement | null>): () => void {
  const asked = useSignal(0);
  const times = asked.value;
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [times]);
  return () => {
    asked.value += 1;
  };
}
