import { holdsDigits } from './holds-digits.ts';

const NATIONAL_DIGITS = 10;
/** Digits with what people write between them. Letters, quotes and separators of values end a number. */
const RUNS = /\d(?:[^\p{L}\d\n\r,;:"'{}[\]|&=<>]{0,6}\d)*/gu;
const FOREIGN = /\P{ASCII}/u;
/** Digits of other scripts are searched in overlapping pieces, each as long as a cell may be. */
const WINDOW_CHARS = 900;
const STEP_CHARS = 700;

/**
 * Whether a text of any length (a callback, an event) contains the number with these E.164 digits, also URL-encoded.
 */
export function saysNumber(text: string, digits: string): boolean {
  if (text === '') return false;
  if (saysPlainly(text, digits)) return true;
  if (/%[0-9a-f]{2}/i.test(text) && saysPlainly(decoded(text), digits)) return true;
  if (!FOREIGN.test(text)) return false;
  for (let at = 0; at < text.length; at += STEP_CHARS) {
    if (holdsDigits(text.slice(at, at + WINDOW_CHARS), digits)) return true;
  }
  return false;
}

function saysPlainly(text: string, digits: string): boolean {
  const national = digits.slice(-NATIONAL_DIGITS);
  return Array.from(text.matchAll(RUNS)).some(([run]) => run.replaceAll(/\D/g, '').includes(national));
}

function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return ' ';
    }
  });
}
