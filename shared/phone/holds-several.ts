import { countDigitRuns, countDigits } from './count-digits.ts';

/** What people put between two numbers in one cell. */
const BETWEEN = /\s*(?:[,;/|&\\:~*=>_]|\b(?:or|and|to|till|upto|thru)\b|(?<=\S)\s*(?=\+))[\s,;/|&\\:~*=>_-]*/iu;
/** The same, but usual within one number too. */
const MAYBE_BETWEEN = /\s*[-(]\s*/u;
/** What the phone library takes for the start of an extension, so that a second number would vanish into one. */
const BEFORE_EXTENSION = /\s*[,;][\s,;]*/u;
/** Whatever is neither a digit nor usual within a number parts two that are each whole: words, labels, signs. */
const ANYTHING = /[^\d+() -]+/u;
/** Digits with nothing of the kind between them are one number, or none: most of what is refused. */
const MAY_PART = /[^\d+)]|\S\+/u;
const MOST_PARTS = 8;

/**
 * Whether a cleaned cell holds more than one number: two that could each be called, or one that could with more digits
 * behind it (`080-23456789/90`) where the whole is none. `isCallable` judges a part on its own.
 */
export function holdsSeveral(
  cleaned: string,
  wholeIsCallable: boolean,
  isCallable: (part: string) => boolean,
): boolean {
  if (!MAY_PART.test(cleaned) || countDigitRuns(cleaned, 2) < 2) return false;
  if (wholeIsCallable) return isFollowed(partsOf(cleaned, BEFORE_EXTENSION), isCallable, true);
  return (
    isFollowed(partsOf(cleaned, BETWEEN), isCallable, false) ||
    isFollowed(partsOf(cleaned, MAYBE_BETWEEN), isCallable, false) ||
    partsOf(cleaned, ANYTHING).filter(isCallable).length > 1 ||
    splitsInTwo(cleaned, isCallable)
  );
}

function partsOf(cleaned: string, between: RegExp): string[] {
  return cleaned.split(between, MOST_PARTS).filter((part) => countDigits(part) > 0);
}

/** Whether a number that could be called is followed by another, or by digits that go on from it. */
function isFollowed(
  [first, ...others]: readonly string[],
  isCallable: (part: string) => boolean,
  wholeIsCallable: boolean,
): boolean {
  if (first === undefined || others.length === 0) return false;
  if (!isCallable(first)) return others.filter(isCallable).length > 1;
  return (!wholeIsCallable && others.every((part) => !/\p{L}/u.test(part))) || others.some(isCallable);
}

/** Two numbers with nothing but space or a dash between them. */
function splitsInTwo(cleaned: string, isCallable: (part: string) => boolean): boolean {
  const words = cleaned.split(/[\s-]+/u, MOST_PARTS + 1);
  if (words.length > MOST_PARTS) return false;
  return words.some(
    (_, at) => at > 0 && isCallable(words.slice(0, at).join(' ')) && isCallable(words.slice(at).join(' ')),
  );
}
