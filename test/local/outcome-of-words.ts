import { OUTCOME_WORDS } from '../../shared/protocol/outcome-words.ts';
import { OUTCOMES } from '../../shared/protocol/outcomes.ts';

/** The outcome a person reads in results.csv, by its code; the words themselves where it is none of ours. */
export function outcomeOfWords(words: string): string {
  return OUTCOMES.find((outcome) => OUTCOME_WORDS.voice[outcome] === words) ?? words;
}
