import type { Tone } from '../../state/import-states.ts';
import './state-pill.css';

/** A state in one word and one colour. */
export function StatePill({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span class={`pill pill-${tone}`}>
      <span class="pill-dot" aria-hidden="true" />
      {word}
    </span>
  );
}
