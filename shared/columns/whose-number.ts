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
 * Whose telephone a heading names. `person`: the person the row is about, without a word for them ("Mobile") or with
 * one ("Customer Mobile"). `chance`: another way to reach them ("Alternate"). `relation`: somebody beside them
 * ("Father"). `other`: somebody else ("Dealer", "Doctor"), whom the list may or may not be about.
 */
export interface Whose {
  readonly who: 'person' | 'chance' | 'relation' | 'other';
  /** The words that name the person, so that two headings can be recognised as two people; empty if there are none. */
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
/**
 * Without another person it means the reader's number: "Enter my number". Beside a plain telephone column it means the
 * sender's.
 */
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
