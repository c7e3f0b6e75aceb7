import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { HelpTopic } from '../words/en/help.ts';
import { useHelp } from './help.tsx';
import './facts.css';

/** A fact that is edited in place: pressing its value opens the fields below it. */
export interface FactEdit {
  readonly label: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly fields: () => ComponentChildren;
}

export type Fact = readonly [label: string, value: string, help?: HelpTopic | undefined, edit?: FactEdit | undefined];

/** Labelled values, one per line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <FactLine key={fact[0]} fact={fact} />
      ))}
    </dl>
  );
}

function FactLine({ fact: [label, value, about, edit] }: { fact: Fact }) {
  const { button, answer } = useHelp(about);
  const id = useId();
  return (
    <div>
      <dt>
        {label} {button}
      </dt>
      <dd>{edit ? <ValueButton id={id} value={value} edit={edit} /> : value}</dd>
      {answer ? (
        <dd class="help-answer" id={answer.id}>
          {answer.text}
        </dd>
      ) : null}
      {edit?.isOpen ? (
        <dd class="fact-editor" id={id}>
          {edit.fields()}
        </dd>
      ) : null}
    </div>
  );
}

function ValueButton({ id, value, edit }: { id: string; value: string; edit: FactEdit }) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The fields were closed from inside, so the focus returns to the button that opened them.
    if (wasOpen.current && !edit.isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = edit.isOpen;
  }, [edit.isOpen]);
  return (
    <button
      ref={button}
      type="button"
      class="fact-value"
      aria-label={`${edit.label}: ${value}`}
      aria-expanded={edit.isOpen}
      aria-controls={edit.isOpen ? id : undefined}
      onClick={edit.toggle}
    >
      {value}
    </button>
  );
}
