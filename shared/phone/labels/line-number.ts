import { countDigits } from '../count-digits.ts';
import { isCallingCode } from '../numbering-plan.ts';
import { decidePlainText } from '../plain-text.ts';

/** With fewer digits, a number may need the digit beside it. */
const FEWEST_DIGITS = 10;
/** `1) 98…`, `2. 98…`, `(3) 98…`. Without the space it may be part of the number. */
const BEFORE = /^(?:\(([1-9])\)|([1-9]\d{0,2})([.)]))\s+(?=[+(\d])/u;
/** `98… (1)`: which of a person's numbers it is. */
const BEHIND = /^(.*\d)\s+\(\s?[1-9]\s?\)$/u;
/** `1) Mob: 98…` */
const BEFORE_WORDS = /^\(?[1-9]\d{0,2}[.)]\s*(?=[\p{L}+])/u;
/** `M1 98…`, `Mob1-98…`, `No 2 - 98…`; the text before the digit must be a label. */
const NUMBERED = /^([^\d+]{1,40}?)([1-9])(\s*[-.)>]+\s*|\s+|\s*[:=]\s*)(?=[+(\d])/u;
/** `98… (M1)`, `98… [Mob 2]` */
const NUMBERED_BEHIND = /^(.*\d)\s*[([]\s*([\p{L}\p{M}][\p{L}\p{M}. ]{0,20}?)[- ]?[1-9]\s*[)\]]$/u;

/** A number without the number of its line; undefined if there is none, or if both together may be one number. */
export function withoutLineNumber(text: string): string | undefined {
  const behind = BEHIND.exec(text)?.[1];
  if (behind !== undefined && countDigits(behind) >= FEWEST_DIGITS) return behind;
  const found = BEFORE.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found[0].length);
  const [, alone, digits = alone ?? '', mark] = found;
  return countDigits(rest) < FEWEST_DIGITS || (mark !== ')' && mayBeginNumber(digits, rest)) ? undefined : rest;
}

/** The same in front of a label. */
export function withoutListNumber(text: string): string {
  return text.replace(BEFORE_WORDS, '');
}

/** Splits `Mob1-98…` and `98… (M1)` into label and number; `isBehind`: the label came after the number. */
export function splitNumbered(text: string): { label: string; number: string; isBehind: boolean } | undefined {
  const [, number, label] = NUMBERED_BEHIND.exec(text) ?? [];
  if (number !== undefined && label !== undefined) return { label: `(${label})`, number, isBehind: true };
  const [all, before = '', digit = '', mark = ''] = NUMBERED.exec(text) ?? [];
  if (all === undefined) return undefined;
  const rest = text.slice(all.length);
  const isColon = /[:=]/u.test(mark);
  // The digit directly follows the word, or "No." shows that it is one.
  const isAttached = /[\p{L}\p{M}](?:-|\. ?)?$/u.test(before) || /\b(?:no|number)\.? $/iu.test(before);
  if (!isColon && (!isAttached || countDigits(rest) < FEWEST_DIGITS || mayBeginNumber(digit, rest))) return undefined;
  return { label: before + (isColon ? ':' : ' '), number: rest, isBehind: false };
}

/**
 * `1. 202 555 0123`, `1 800 123 4567`: it may just as well be a calling code or a number's first digit as a line's
 * number.
 */
function mayBeginNumber(digits: string, rest: string): boolean {
  if (rest.startsWith('+')) return false;
  const written = rest.replaceAll(/\D/gu, '');
  if (digits === '1' && written.startsWith('800')) return true;
  return isCallingCode(digits) && decidePlainText(`+${digits}${written}`, 'US')?.ok === true;
}
