import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { HelpTopic } from '../words/en/help.ts';
import { words } from '../words/words.ts';
import './help.css';

interface Helping {
  /** The button beside the word that it explains. */
  readonly button: ComponentChildren;
  /** The answer after the press, with the id that the button refers to; null before. */
  readonly answer: { readonly id: string; readonly text: string } | null;
}

/** A question mark and its answer, for layouts that place them separately; nothing without a topic. */
export function useHelp(about: HelpTopic | undefined): Helping {
  const open = useSignal(false);
  const id = useId();
  if (about === undefined) return { button: null, answer: null };
  const topic = words.help.topics[about];
  return {
    button: (
      <button
        type="button"
        class="help"
        aria-label={words.help.ask(topic.about)}
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        onClick={() => (open.value = !open.value)}
      >
        ?
      </button>
    ),
    answer: open.value ? { id, text: topic.text } : null,
  };
}

/** Text with a question mark after it, and the answer below. */
export function Help({ about, children }: { about: HelpTopic; children?: ComponentChildren }) {
  const { button, answer } = useHelp(about);
  return (
    <div class="help-line">
      {children} {button}
      {answer ? (
        <p class="help-answer" id={answer.id}>
          {answer.text}
        </p>
      ) : null}
    </div>
  );
}
