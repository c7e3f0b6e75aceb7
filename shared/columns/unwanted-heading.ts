import { ENDED_WORDS, FILLER_WORDS, headingWords, NUMBER_WORDS, TELEPHONES, UNWANTED_WORDS } from './heading-words.ts';

/** Headings are compared as words with single spaces: `Do-Not-Call` and `do_not_call` are the same phrase. */
const NOT_TO_CALL =
  /\b(?:do not|dont|never|not to(?: be)?|should not(?: be)?|must not(?: be)?|cannot be|cant be) (?:be )?(?:call|contact|dial|disturb|use|ring|phone|message|sms|text)(?:ed|led|d)?\b/u;
const NO_CALLS = /^(?:no|stop|skip|avoid|exclude)(?: more)? (?:calls?|calling|contact|dnd)\b/u;
/** Words for a number that nobody answers, or somebody else. */
const OUT_OF_USE =
  /\b(?:(?:switched|switch|turned|swichoff) ?off|out of (?:service|order|use|network)|(?:not|non|un|no longer|isnt|is not) ?(?:working|reachable|valid|in use|used|active|available|existing|exist|connected|connecting|responding|answering|interested|correct|serviceable|functional|functioning|allowed)|opt(?:ed)? out|black list(?:ed)?|wrong no|no response)\b/u;
const PHRASES = [NOT_TO_CALL, NO_CALLS, OUT_OF_USE];
/** "non DND" and "not blocked" are numbers that may be called. */
const NEGATIONS = new Set(['non', 'no', 'not', 'never', 'un', 'without', 'nahi']);

/**
 * True of `Old Mobile`, `Mobile (switched off)`, `Do-not-call phone`; not of `Non-DND Mobile`, nor of words in an
 * explanation.
 */
export function isUnwanted(main: string, afterthought: string): boolean {
  if (saysUnwanted(headingWords(main))) return true;
  const rest = headingWords(afterthought);
  // "(do not use spaces)" and "(not landline)" are about how to write the number: text in brackets counts only if it
  // says nothing else.
  return rest.length > 0 && saysUnwanted(rest) && withoutUnwanted(rest).every((word) => isPlain(word));
}

/** Removes the warning, because it does not name the number: "Do not call phone" names a phone. */
export function withoutWarning(heading: string): string {
  const words = headingWords(heading).join(' ');
  const warned = NOT_TO_CALL.exec(words) ?? NO_CALLS.exec(words);
  return warned === null ? heading : words.replace(warned[0], ' ');
}

function saysUnwanted(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    PHRASES.some((phrase) => phrase.test(text)) ||
    words.some(
      (word, index) =>
        UNWANTED_WORDS.has(word) &&
        !NEGATIONS.has(words[index - 1] ?? '') &&
        !(ENDED_WORDS.has(word) && isOfSomethingElse(words[index + 1])),
    )
  );
}

/** True of "Lost Lead Phone": the lead was lost, not the phone. */
function isOfSomethingElse(next: string | undefined): boolean {
  return (
    next !== undefined && ![...TELEPHONES, NUMBER_WORDS, FILLER_WORDS, UNWANTED_WORDS].some((set) => set.has(next))
  );
}

function withoutUnwanted(words: readonly string[]): string[] {
  const text = PHRASES.reduce((left, phrase) => left.replace(phrase, ' '), words.join(' '));
  return text.split(' ').filter((word) => word !== '' && !UNWANTED_WORDS.has(word));
}

function isPlain(word: string): boolean {
  return NUMBER_WORDS.has(word) || FILLER_WORDS.has(word);
}
