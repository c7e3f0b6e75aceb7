/** What people put between two numbers in one cell. */
const BETWEEN = /\s*(?:[,;/|&\\]|\b(?:or|and)\b|(?<=\S)\s*(?=\+))[\s,;/|&\\]*/iu;
/** What the phone library takes for the start of an extension, so that a second number would vanish into one. */
const BEFORE_EXTENSION = /\s*[,;][\s,;]*/u;
/** Digits with nothing of the kind between them are one number, or none: most of what is refused. */
const MAY_PART = /[\s,;/|&\\]|\S\+|or|and/iu;
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
  if (!MAY_PART.test(cleaned)) return false;
  const parts = cleaned
    .split(wholeIsCallable ? BEFORE_EXTENSION : BETWEEN, MOST_PARTS)
    .filter((part) => /\d/u.test(part));
  const [first, ...others] = parts;
  if (first === undefined) return false;
  if (others.length > 0) {
    const more = others.filter(isCallable).length;
    if (isCallable(first)) return more > 0 || (!wholeIsCallable && others.every((part) => !/\p{L}/u.test(part)));
    return more > 1;
  }
  return !wholeIsCallable && splitsInTwo(cleaned, isCallable);
}

/** Two numbers with nothing but space between them. */
function splitsInTwo(cleaned: string, isCallable: (part: string) => boolean): boolean {
  const words = cleaned.split(/\s+/u);
  if (words.length > MOST_PARTS) return false;
  return words.some(
    (_, at) => at > 0 && isCallable(words.slice(0, at).join(' ')) && isCallable(words.slice(at).join(' ')),
  );
}
