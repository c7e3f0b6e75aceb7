import { MAX_VARIABLE_NAME_CHARS } from '../limits.ts';

/** A piece of a text: said as it is, or the value of a column of the contact's own row. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string };

/** What begins a variable, in Exotel's texts as in ours. */
export const MARK = '@@';

/** Two kinds of letters, since `@@Nameजी` is @@Name and a courtesy: nobody heads a column in two scripts. */
const LATIN_NAME = /[\p{Script=Latin}\u0300-\u036f0-9_]+/uy;
/** The last two join letters in Indian scripts. */
const OTHER_NAME = /(?:(?![\p{Script=Latin}\u0300-\u036f0-9_])[\p{L}\p{M}\p{N}\u200c\u200d])+/uy;

/**
 * Cuts a text at its variables. Exotel's variables are `@@` and a heading, and its own sample has headings with spaces
 * ("@@Last name , your order"), so where a name ends depends on the headings: the longest that fits is meant. What fits
 * none is read up to the first character that is no letter, digit or underscore.
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
 * The variables of a text, each once, in the order of their first use. Letter case tells two apart only where columns of
 * both spellings are there to be told apart.
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

/** Whether every `@@` of a text is followed by a name of bearable length. */
export function hasNamedVariables(text: string): boolean {
  return splitText(text).every((part) =>
    part.kind === 'text' ? !part.text.includes(MARK) : part.name.length <= MAX_VARIABLE_NAME_CHARS,
  );
}

/** A heading as it is compared: without case, in one line. */
export function foldName(name: string): string {
  return inOneLine(name).toLowerCase();
}

function inOneLine(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ');
}

/** The folded headings by their length, the longest first: a look-up a length, however many columns a file has. */
function byLength(headings: readonly string[]): [number, ReadonlySet<string>][] {
  const names = new Map<number, Set<string>>();
  for (const heading of headings) {
    const name = inOneLine(heading);
    // By its length as written: the same in small letters may be longer.
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

/** Up to `length` characters of a text as headings are compared, spaces in a row being one, and where each of them ends. */
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

/** `@@Names` is not `@@Name` and an s. */
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
