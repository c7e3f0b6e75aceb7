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
  UNWANTED_WORDS,
  WHATSAPP_WORDS,
} from './heading-words.ts';
import { termSet } from '../phone/phone-words.ts';

/** Heading ranks, best first; what no set names is 0, and a column that must hold something else is NEVER. */
export const NEVER = -1;
const MOBILE = 8;
const PHONE = 7;
const WHATSAPP = 6;
const CONTACT = 5;
/** `Caller`, `From`, `Number`: a telephone where the cells say so too. */
const DIRECTION = 4;
const NUMBER = 3;
const SECONDARY = 2;
/** Nobody to call, while any other column holds numbers. */
const AVOIDED = 1;
/** `Mobile verified`: something about the telephone, unless its cells are numbers. */
export const DESCRIBED = 0.5;

/** Behind these nothing changes what a heading names: "Mobile number (with country code)", "Phone linked to the account". */
const AFTERTHOUGHT =
  /[([{?!]|\s[-\u2013:]\s|:\s|\b(?:with|without|w\/o|for|of|so|incl|including|excluding|linked|where|that|used|e\.?g|on|in|having|preferably|only|as|by|via|per|if)\b/iu;
const NOT_TO_CALL = /\b(?:do\s?n[o'\u2019]?t|not\s+to(?:\s+be)?)\s+(?:call|contact|dial)/iu;
const NEGATIONS = termSet('non no not');
const ALTERNATIVES = /[/|&,]|\b(?:or|and)\b/iu;

export interface HeadingSense {
  readonly rank: number;
  /** Why nobody is called by it without a question: it names the own side, or numbers that are old or not to be called. */
  readonly avoid: 'own_side' | 'not_wanted' | null;
  /** Says which way a call went: of two such columns either may be the own line. */
  readonly isDirection: boolean;
  /** Names a telephone beyond doubt, whatever the cells hold. */
  readonly isStrong: boolean;
}

const NOTHING: HeadingSense = { rank: 0, avoid: null, isDirection: false, isStrong: false };

/** How surely a heading names the column of the numbers to call: higher is surer, 0 says nothing, NEVER rules it out. */
export function rankHeading(heading: string): number {
  return senseOf(heading).rank;
}

export function senseOf(heading: string): HeadingSense {
  const sense = senseOfAll(heading.replace(NOT_TO_CALL, ' '));
  return sense.rank > DESCRIBED && isUnwanted(heading) ? { ...sense, rank: AVOIDED, avoid: 'not_wanted' } : sense;
}

/** `Old Mobile`, `Mobile (old)`, `Do not call: phone`; not `Non-DND Mobile`, nor what an explanation mentions. */
function isUnwanted(heading: string): boolean {
  if (NOT_TO_CALL.test(heading)) return true;
  const at = heading.search(AFTERTHOUGHT);
  const main = headingWords(at > 0 ? heading.slice(0, at) : heading);
  const rest = at > 0 ? headingWords(heading.slice(at)) : [];
  const isWhole = rest.every((word) => [UNWANTED_WORDS, NUMBER_WORDS, FILLER_WORDS].some((set) => set.has(word)));
  const words = isWhole ? [...main, ...rest] : main;
  return words.some((word, index) => UNWANTED_WORDS.has(word) && !NEGATIONS.has(words[index - 1] ?? ''));
}

function senseOfAll(heading: string): HeadingSense {
  const whole = headingWords(heading);
  if (whole.length === 0) return NOTHING;
  const at = heading.search(AFTERTHOUGHT);
  const main = at > 0 ? heading.slice(0, at) : heading;
  // "Number of calls" counts something.
  if (at > 0 && /^of\b/iu.test(heading.slice(at).trim()) && headingWords(main).every((word) => NUMBER_WORDS.has(word)))
    return { ...NOTHING, rank: NEVER };
  // "A/C No" is one word's abbreviation, "Email / Phone" two headings in one.
  const alternatives = main.replaceAll(/\ba\/c\b/giu, 'ac').split(ALTERNATIVES);
  const senses = [main, ...(alternatives.length > 1 ? alternatives : [])].map((part) =>
    senseOfPhrase(headingWords(part)),
  );
  const best = senses.reduce((left, right) => (right.rank > left.rank ? right : left), senses[0] ?? NOTHING);
  // Whatever the cells are asked ("Enter your number (mobile)"), a telephone named in an afterthought is still one.
  if (best.rank === 0 && at > 0) {
    const rest = senseOfPhrase(whole);
    return rest.rank > 0 && rest.isStrong ? { ...rest, rank: Math.min(rest.rank, CONTACT) } : best;
  }
  return best;
}

/** `Customer Number`: an id, but in a report of calls the telephone of whoever is on the other end. */
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

function senseOfPhrase(words: readonly string[]): HeadingSense {
  if (words.length === 0) return NOTHING;
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  const head = words.findLast((word) => !/^\d+$/u.test(word)) ?? '';
  const kind = kindOf(words, has);
  const isPhone = kind >= WHATSAPP || has(CONTACT_WORDS);
  if (ID_WORDS.has(head)) return { ...NOTHING, rank: NEVER };
  if (kind < WHATSAPP && has(OTHER_NUMBERS)) return { ...NOTHING, rank: NEVER };
  if (kind === 0) {
    // "Student No" and "Customer Number" are ids, and so is any other number of something.
    return has(NUMBER_WORDS) ? { ...NOTHING, rank: NEVER } : NOTHING;
  }
  if (DESCRIBING_WORDS.has(head)) return { ...NOTHING, rank: isPhone ? DESCRIBED : 0 };
  const isStaff = has(STAFF_WORDS) || isOwned(words);
  const isDirection = has(DIRECTION_WORDS);
  const isStrong = kind >= WHATSAPP || (kind === CONTACT && has(NUMBER_WORDS));
  if (isStaff && !(words.includes('receiver') && kind === MOBILE && !has(SECONDARY_WORDS)))
    return { rank: AVOIDED, avoid: 'own_side', isDirection, isStrong };
  return { rank: has(SECONDARY_WORDS) ? SECONDARY : kind, avoid: null, isDirection, isStrong };
}

function isOwned(words: readonly string[]): boolean {
  return words.some((word, at) => word === 'owner' && OWNED_WORDS.has(words[at - 1] ?? ''));
}

const SHORT_MOBILE = termSet('mo m मो');
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
