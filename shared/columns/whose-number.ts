import { termSet } from '../phone/phone-words.ts';
import {
  DIRECTION_WORDS,
  FILLER_WORDS,
  NUMBER_WORDS,
  OTHER_CHANCES,
  SECONDARY_WORDS,
  TARGET_WORDS,
  TELEPHONES,
  UNWANTED_WORDS,
} from './heading-words.ts';

/**
 * Whom a heading says a telephone belongs to. `person`: whoever the row is of, by no word ("Mobile") or by theirs
 * ("Customer Mobile"). `chance`: another way to reach them ("Alternate"). `relation`: somebody beside them ("Father").
 * `other`: anybody else ("Dealer", "Doctor"), who may or may not be whom the list is of.
 */
export interface Whose {
  readonly who: 'person' | 'chance' | 'relation' | 'other';
  /** What it says, so that two headings can be told to name two people; empty where it says nothing. */
  readonly said: string;
}

const SAY_NOTHING = [
  ...TELEPHONES,
  NUMBER_WORDS,
  FILLER_WORDS,
  UNWANTED_WORDS,
  DIRECTION_WORDS,
  termSet('ka ki ke of for the and or s mo m'),
];
/** Said without another person beside it, it is the reader's: "Enter my number". Beside a plain one it is the sender's. */
const OWN = termSet('my mera meri मेरा मेरी મારો');

export function whoseNumber(words: readonly string[]): Whose {
  const said = words.filter(
    (word) => OWN.has(word) || (!/^\d+$/u.test(word) && !SAY_NOTHING.some((set) => set.has(word))),
  );
  const who = words.some((word) => SECONDARY_WORDS.has(word))
    ? words.some((word) => SECONDARY_WORDS.has(word) && !OTHER_CHANCES.has(word))
      ? 'relation'
      : 'chance'
    : said.every((word) => TARGET_WORDS.has(word))
      ? 'person'
      : 'other';
  return { who, said: said.toSorted().join(' ') };
}
