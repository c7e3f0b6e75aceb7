import { countDigitRuns, countDigits } from './count-digits.ts';

/** What people write between two numbers in one cell. */
const BETWEEN = /\s*(?:[,;/|&\\:~*=>_]|\b(?:or|and|to|till|upto|thru)\b|(?<=\S)\s*(?=\+))[\s,;/|&\\:~*=>_-]*/iu;
/** The same, but also usual within one number. */
const MAYBE_BETWEEN = /\s*[-(]\s*/u;
/** What the phone library takes for the start of an extension, so that a second number would disappear into it. */
const BEFORE_EXTENSION = /\s*[,;][\s,;]*/u;
/**
 * Anything that is neither a digit nor usual within a number separates two numbers that are each complete: words,
 * labels, signs.
 */
const ANYTHING = /[^\d+() -]+/u;
/** Digits without any of these between them are one number or none; most refused cells are like that. */
const MAY_PART = /[^\d+)]|\S\+/u;
const MOST_PARTS = 8;

/**
 * Whether a cleaned cell holds more than one number: two callable ones, or, if the whole is not a number, a callable
 * one followed by more digits (`080-23456789/90`). `isCallable` judges a part by itself.
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

/** Whether a callable number is followed by another, or by digits that continue from it. */
function isFollowed(
  [first, ...others]: readonly string[],
  isCallable: (part: string) => boolean,
  wholeIsCallable: boolean,
): boolean {
  if (first === undefined || others.length === 0) return false;
  if (!isCallable(first)) return others.filter(isCallable).length > 1;
  return (!wholeIsCallable && others.every((part) => !/\p{L}/u.test(part))) || others.some(isCallable);
}

/** Two numbers with only a space or dash between them. */
function splitsInTwo(cleaned: string, isCallable: (part: string) => boolean): boolean {
  const words = cleaned.split(/[\s-]+/u, MOST_PARTS + 1);
  if (words.length > MOST_PARTS) return false;
  return words.some(
    (_, at) => at > 0 && isCallable(words.slice(0, at).join(' ')) && isCallable(words.slice(at).join(' ')),
  );
}
