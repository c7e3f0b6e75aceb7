import {
  CONTACT_WORDS,
  COUNTING_WORDS,
  DESCRIBING_WORDS,
  DIRECTION_WORDS,
  FILLER_WORDS,
  headingWords,
  ID_WORDS,
  MOBILE_WORDS,
  NUMBER_WORDS,
  OTHER_NUMBERS,
  OWN_LINE_WORDS,
  OWNED_WORDS,
  PERSON_WORDS,
  PHONE_WORDS,
  SECONDARY_WORDS,
  STAFF_WORDS,
  TELEPHONES,
  UNWANTED_WORDS,
  WHATSAPP_WORDS,
} from './heading-words.ts';
import { termSet } from '../phone/phone-words.ts';
import { isUnwanted, withoutWarning } from './unwanted-heading.ts';
import { whoseNumber } from './whose-number.ts';
import type { Whose } from './whose-number.ts';

/** Ranks of headings, best first. 0: no known word. NEVER: the column must hold something else. */
export const NEVER = -1;
const MOBILE = 8;
const PHONE = 7;
const WHATSAPP = 6;
const CONTACT = 5;
/** `Caller`, `From`, `Number`: a telephone if the cells agree. */
const DIRECTION = 4;
const NUMBER = 3;
export const SECONDARY = 2;
/** Not somebody to call, as long as any other column holds numbers. */
const AVOIDED = 1;
/** `Mobile verified`: a fact about the telephone, unless the cells are numbers. */
export const DESCRIBED = 0.5;

/**
 * What follows these words does not change what a heading names: "Mobile number (with country code)", "Phone linked to
 * the account".
 */
const AFTERTHOUGHT =
  /[([{?!]|\s[-\u2013:]\s|:\s|\b(?:with|without|w\/o|for|of|so|incl|including|excluding|linked(?!\s+(?:mob|phone|contact|cell|tel|number|whats))|where|that|used|e\.?g|on|in|having|preferably|only|as|by|via|per|if)\b/iu;
const ALTERNATIVES = /[/|&,]|\b(?:or|and)\b/iu;

export interface HeadingSense {
  readonly rank: number;
  /**
   * Why the column is not used without asking: it names the caller's own side, or numbers that are old or must not be
   * called.
   */
  readonly avoid: 'own_side' | 'not_wanted' | null;
  /** The heading says which way a call went; either of two such columns may hold the own line. */
  readonly isDirection: boolean;
  /** The heading clearly names a telephone, whatever the cells hold. */
  readonly isStrong: boolean;
  readonly whose: Whose;
  /** The heading says "number" beside an unknown word: it is a telephone only if nothing else can be. */
  readonly isOtherNumber: boolean;
}

const SHORT_MOBILE = termSet('mo m mb mbl mbile मो મો');

const NOTHING: HeadingSense = {
  rank: 0,
  avoid: null,
  isDirection: false,
  isStrong: false,
  whose: whoseNumber([]),
  isOtherNumber: false,
};

/**
 * How surely a heading names the column of the numbers to call: higher is surer, 0 says nothing, NEVER rules it out.
 */
export function rankHeading(heading: string): number {
  return senseOf(heading).rank;
}

export function senseOf(heading: string): HeadingSense {
  const at = heading.search(AFTERTHOUGHT);
  const [main, rest] = at > 0 ? [heading.slice(0, at), heading.slice(at)] : [heading, ''];
  const sense = senseOfAll(`${withoutWarning(main)}${rest}`);
  const isNoneToCall = sense.rank > DESCRIBED && isUnwanted(main, rest);
  return isNoneToCall ? { ...sense, rank: AVOIDED, avoid: 'not_wanted' } : sense;
}

function senseOfAll(heading: string): HeadingSense {
  const whole = headingWords(heading);
  if (whole.length === 0) return NOTHING;
  const at = heading.search(AFTERTHOUGHT);
  const main = at > 0 ? heading.slice(0, at) : heading;
  const rest = at > 0 ? headingWords(heading.slice(at)) : [];
  // "Number of calls" is a count.
  if (rest[0] === 'of' && headingWords(main).every((word) => NUMBER_WORDS.has(word)) && !rest.some(isSomebody))
    return { ...NOTHING, rank: NEVER };
  const beside = rest.some(isSomebody) && rest.every((word) => isSomebody(word) || MEANS_NOTHING.has(word)) ? rest : [];
  // "A/C No" abbreviates one word; "Email / Phone" is two headings in one.
  const alternatives = main.replaceAll(/\ba\/c\b/giu, 'ac').split(ALTERNATIVES);
  const senses = [main, ...(alternatives.length > 1 ? alternatives : [])].map((part) =>
    senseOfPhrase(headingWords(part), beside),
  );
  // "ID / Mobile No": a cell may hold either.
  const isMixed = senses.some(({ rank }) => rank === NEVER) && senses.some(({ rank }) => rank > DESCRIBED);
  if (isMixed && !NO_DIGITS.test(main)) return { ...NOTHING, isOtherNumber: true };
  const best = senses.reduce((left, right) => (right.rank > left.rank ? right : left), senses[0] ?? NOTHING);
  // Whatever the heading asks for ("Enter your number (mobile)"), a telephone named after it still counts.
  if (best.rank === 0 && at > 0) {
    const all = senseOfPhrase(whole, []);
    return all.rank > 0 && all.isStrong ? { ...all, rank: Math.min(all.rank, CONTACT) } : best;
  }
  return best;
}

/** Beside a telephone these do not mean other digits: "Email ID / Mobile", "Tel / Fax". */
const NO_DIGITS = /e-?mail|fax|\bext/iu;
const MEANS_NOTHING = termSet('of for the a an s and or number no ka ki ke');

/** "Mobile (Father)", "Phone of agent". */
function isSomebody(word: string): boolean {
  return [SECONDARY_WORDS, STAFF_WORDS, PERSON_WORDS].some((set) => set.has(word));
}

/** `Customer Number` is an id, but in a report of calls it is the telephone of the person at the other end. */
export function isPersonNumber(heading: string): boolean {
  const words = headingWords(heading);
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  return (
    has(PERSON_WORDS) && has(NUMBER_WORDS) && words.every((word) => PERSON_WORDS.has(word) || NUMBER_WORDS.has(word))
  );
}

/** `Virtual Number`, `Agent Number`, `Caller ID`. */
export function isOwnLine(heading: string): boolean {
  const words = headingWords(heading);
  return words.length > 1 && words.some((word) => OWN_LINE_WORDS.has(word)) && !isPersonNumber(heading);
}

/** `beside` is the person named in the words that follow. */
function senseOfPhrase(words: readonly string[], beside: readonly string[]): HeadingSense {
  if (words.length === 0) return NOTHING;
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  const named = [...words, ...beside];
  const names = (set: ReadonlySet<string>): boolean => named.some((word) => set.has(word));
  const head = words.findLast((word) => !/^\d+$/u.test(word)) ?? '';
  const kind = kindOf(words, has);
  const isPhone = kind >= WHATSAPP || has(CONTACT_WORDS);
  if (ID_WORDS.has(head)) return { ...NOTHING, rank: NEVER };
  if (kind < WHATSAPP && has(OTHER_NUMBERS) && !isContactNumber(words)) return { ...NOTHING, rank: NEVER };
  if (kind === 0) {
    if (!has(NUMBER_WORDS)) return NOTHING;
    // "Student No" and "Customer Number" are ids; for unknown words the cells must decide.
    const isId =
      has(PERSON_WORDS) ||
      has(STAFF_WORDS) ||
      words.every((word) => NUMBER_WORDS.has(word) || COUNTING_WORDS.has(word));
    return isId ? { ...NOTHING, rank: NEVER } : { ...NOTHING, isOtherNumber: true };
  }
  const digits = digitsOf(words);
  if (digits === 'other') return { ...NOTHING, rank: NEVER };
  if (digits === 'unknown' || DESCRIBING_WORDS.has(head)) return { ...NOTHING, rank: isPhone ? DESCRIBED : 0 };
  const isDirection = has(DIRECTION_WORDS);
  const isStrong = kind >= WHATSAPP || (kind === CONTACT && has(NUMBER_WORDS));
  const whose = whoseNumber(named);
  const isStaff = names(STAFF_WORDS) || isOwned(named);
  if (isStaff && !(words.includes('receiver') && kind === MOBILE && !names(SECONDARY_WORDS)))
    return { ...NOTHING, rank: AVOIDED, avoid: 'own_side', isDirection, isStrong, whose };
  return { ...NOTHING, rank: names(SECONDARY_WORDS) ? SECONDARY : kind, isDirection, isStrong, whose };
}

/**
 * `Mobile Order No` is the number of an order: after a telephone word, the word right before "No" says which digits
 * they are.
 */
function digitsOf(words: readonly string[]): 'telephone' | 'other' | 'unknown' {
  const isTelephone = (word: string): boolean => TELEPHONES.some((set) => set.has(word)) || SHORT_MOBILE.has(word);
  const means = words.filter((word) => !/^\d+$/u.test(word) && !FILLER_WORDS.has(word) && !UNWANTED_WORDS.has(word));
  const isNumbered = NUMBER_WORDS.has(means.at(-1) ?? '');
  const nouns = means.slice(means.findLastIndex(isTelephone) + 1).filter((word) => !NUMBER_WORDS.has(word));
  if (nouns.length === means.length || nouns.every((word) => isSomebodyBeside(word))) return 'telephone';
  const isOther = nouns.some((word) => OTHER_NUMBERS.has(word) || ID_WORDS.has(word));
  if (isOther) return isNumbered ? 'other' : 'unknown';
  return isNumbered ? 'unknown' : 'telephone';
}

/** "Mobile Father No" and "Phone Office No" are telephones; "Mobile Customer No" may be an id. */
function isSomebodyBeside(word: string): boolean {
  if (ID_WORDS.has(word)) return false;
  return SECONDARY_WORDS.has(word) || STAFF_WORDS.has(word) || DIRECTION_WORDS.has(word);
}

/** "Shop Contact No": the word right before "No" says that it is a telephone, whatever the shop's own number is. */
function isContactNumber(words: readonly string[]): boolean {
  const means = words.filter((word) => !/^\d+$/u.test(word));
  return NUMBER_WORDS.has(means.at(-1) ?? '') && CONTACT_WORDS.has(means.at(-2) ?? '');
}

function isOwned(words: readonly string[]): boolean {
  return words.some((word, at) => word === 'owner' && OWNED_WORDS.has(words[at - 1] ?? ''));
}

const POSSESSIVES = termSet('ka ki ke');

function kindOf(words: readonly string[], has: (set: ReadonlySet<string>) => boolean): number {
  // "Mo. No." and "M. No." are common in India, but "mo" and "m" alone could be anything.
  if (has(MOBILE_WORDS) || (SHORT_MOBILE.has(words[0] ?? '') && NUMBER_WORDS.has(words[1] ?? ''))) return MOBILE;
  if (has(PHONE_WORDS)) return PHONE;
  if (has(WHATSAPP_WORDS)) return WHATSAPP;
  if (has(CONTACT_WORDS)) return CONTACT;
  const rest = words.filter((word) => ![NUMBER_WORDS, FILLER_WORDS, UNWANTED_WORDS].some((set) => set.has(word)));
  if (words.every((word) => COUNTING_WORDS.has(word))) return 0;
  if (rest.length === 0) return has(NUMBER_WORDS) ? (words.length > 1 ? CONTACT : NUMBER) : 0;
  const whose = rest.filter((word) => !POSSESSIVES.has(word));
  if (has(NUMBER_WORDS) && whose.length > 0 && whose.every((word) => SECONDARY_WORDS.has(word))) return NUMBER;
  return rest.every((word) => DIRECTION_WORDS.has(word)) || /^[ab] party/u.test(words.join(' ')) ? DIRECTION : 0;
}
