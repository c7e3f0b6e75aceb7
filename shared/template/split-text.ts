import { MAX_VARIABLE_NAME_CHARS } from '../limits.ts';

/** A piece of a text: fixed words, or the value of a column of the contact's row. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string };

/** The beginning of a variable, in Exotel's texts and in ours. */
export const MARK = '@@';

/**
 * A name has letters of one script only: `@@Nameजी` is @@Name and a courtesy, because nobody mixes scripts in a
 * heading.
 */
const LATIN_NAME = /[\p{Script=Latin}\u0300-\u036f0-9_]+/uy;
/** The last two characters join letters in Indian scripts. */
const OTHER_NAME = /(?:(?![\p{Script=Latin}\u0300-\u036f0-9_])[\p{L}\p{M}\p{N}\u200c\u200d])+/uy;

/**
 * Splits a text at its variables. An Exotel variable is `@@` and a heading, and its own sample has headings with spaces
 * ("@@Last name , your order"), so the end of a name depends on the headings: the longest that fits is meant. If none
 * fits, the name ends before the first character that is not a letter, digit or underscore.
 */
export function splitText(text: string, headings: readonly string[] = []): TextPart[] {
  const known = byLength(headings);
  const parts: TextPart[] = [];
  let said = '';
  let at = 0;
  for (let mark = text.indexOf(MARK); mark !== -1; mark = text.indexOf(MARK, at)) {
    const name = nameAt(text, mark + MARK.length, known);
    said += text.slice(at, mark);
    at = mark + MARK.length + name.length;
    if (name === '') said += MARK;
    else {
      if (said !== '') parts.push({ kind: 'text', text: said });
      parts.push({ kind: 'variable', name });
      said = '';
    }
  }
  said += text.slice(at);
  if (said !== '') parts.push({ kind: 'text', text: said });
  return parts;
}

/**
 * The variables of a text, each once, in order of first use. Different letter case means different variables only if
 * columns with both spellings exist.
 */
export function variableNames(text: string, headings: readonly string[] = []): string[] {
  const spelt = Map.groupBy(new Set(headings), foldName);
  const seen = new Map<string, string>();
  for (const part of splitText(text, headings)) {
    if (part.kind === 'text') continue;
    const folded = foldName(part.name);
    const key = (spelt.get(folded)?.length ?? 0) > 1 ? part.name : folded;
    if (!seen.has(key)) seen.set(key, part.name);
  }
  return [...seen.values()];
}

/** Whether every `@@` in a text is followed by a name of acceptable length. */
export function hasNamedVariables(text: string): boolean {
  return splitText(text).every((part) =>
    part.kind === 'text' ? !part.text.includes(MARK) : part.name.length <= MAX_VARIABLE_NAME_CHARS,
  );
}

/** A heading in the form used for comparison: without case, on one line. */
export function foldName(name: string): string {
  return inOneLine(name).toLowerCase();
}

function inOneLine(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ');
}

/**
 * The folded headings by length, the longest first, so that a look-up takes one step per length, however many columns
 * there are.
 */
function byLength(headings: readonly string[]): [number, ReadonlySet<string>][] {
  const names = new Map<number, Set<string>>();
  for (const heading of headings) {
    const name = inOneLine(heading);
    // By the length as written, because lower case may be longer.
    if (name !== '') names.set(name.length, (names.get(name.length) ?? new Set()).add(name.toLowerCase()));
  }
  return [...names].toSorted(([left], [right]) => right - left);
}

function nameAt(text: string, from: number, known: readonly [number, ReadonlySet<string>][]): string {
  const longest = known[0]?.[0] ?? 0;
  const { line, ends } = lineAt(text, from, longest);
  for (const [length, names] of known) {
    const there = line.slice(0, length);
    const end = ends[length] ?? from;
    if (names.has(there.toLowerCase()) && !goesOn(there, text, end)) return text.slice(from, end);
  }
  return matchAt(LATIN_NAME, text, from) || matchAt(OTHER_NAME, text, from);
}

/**
 * Up to `length` characters of a text in the form used for comparison (several spaces count as one), and where each of
 * them ends.
 */
function lineAt(text: string, from: number, length: number): { line: string; ends: readonly number[] } {
  let line = '';
  const ends = [from];
  for (let at = from; at < text.length && line.length < length; at++) {
    const letter = text.charAt(at);
    const isSpace = /\s/u.test(letter);
    if (isSpace && line.endsWith(' ')) continue;
    line += isSpace ? ' ' : letter;
    ends.push(at + 1);
  }
  return { line, ends };
}

/** `@@Names` is not `@@Name` followed by an s. */
function goesOn(name: string, text: string, end: number): boolean {
  const last = Array.from(name.slice(-2)).at(-1) ?? '';
  return [LATIN_NAME, OTHER_NAME].some(
    (letters) => matchAt(letters, last, 0) !== '' && matchAt(letters, text, end) !== '',
  );
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
