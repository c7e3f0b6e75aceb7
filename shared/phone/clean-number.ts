import { mendDecoding } from './mend-decoding.ts';
import { stripLabel } from './strip-label.ts';

/** libphonenumber-js reads no longer texts, so a longer text is not a number. */
export const MAX_NUMBER_CHARS = 250;

/** Leftovers of a web page or workbook read as text: `&nbsp;`, `&#43;`, `_x000D_`. */
const REFERENCE = /&(?:nbsp|#160|#x0*a0|zwnj|lrm|rlm|#x?200[b-f]);|_x(?:000[9ad]|00a0|200[b-f]|202[a-e])_/giu;
/** Tags that a web page may put around a text: line breaks, bold type, links. */
const TAGS = /<\/?(?:a|b|br|div|em|font|i|p|small|span|strong|td|u)\b[^<>]{0,200}>/giu;
const PLUS_REFERENCE = /&(?:plus|#43|#x0*2b);|_x002b_/giu;
const QUOTE_REFERENCE = /&(?:quot|apos|#39|#34|#x2[27]);/giu;

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const DIGIT = /\p{Nd}/u;

/**
 * A cell's text without invisible characters, with look-alikes made plain, spaces shortened, and without the `.0` of an
 * amount.
 */
export function toPlainText(text: string): string {
  const head = text.length > MAX_NUMBER_CHARS * 4 ? text.slice(0, MAX_NUMBER_CHARS * 4) : text;
  const bare = /[&_<]/u.test(head) ? withoutReferences(head) : head;
  const plain = ASCII_ONLY.test(bare) ? bare : toPlainCharacters(mendDecoding(bare));
  return cutZeroFraction(plain.trim().replaceAll(/ {2,}/gu, ' '));
}

/**
 * What a person meant by a number cell: its plain text without the wrapping of spreadsheets, links and quotes. Empty
 * for a cell that shows nothing. This does not judge it. A text too long for a number stays wrapped.
 */
export function cleanNumber(text: string): string {
  return cleanPlainText(toPlainText(text));
}

/** The same for a text that `toPlainText` returned. */
export function cleanPlainText(plain: string): string {
  return plain.length > MAX_NUMBER_CHARS ? plain : unwrap(plain);
}

function withoutReferences(text: string): string {
  return text
    .replaceAll(TAGS, ' ')
    .replaceAll(REFERENCE, ' ')
    .replaceAll(PLUS_REFERENCE, '+')
    .replaceAll(QUOTE_REFERENCE, "'");
}

function toPlainCharacters(text: string): string {
  return text
    .replaceAll(/[\p{Cf}\p{Mn}\p{Me}]|(?![\t\n\r\u0085])\p{Cc}/gu, '')
    .replaceAll(/\s|\u0085/gu, ' ')
    .replaceAll(/(?!\d)\p{Nd}/gu, toAsciiDigit)
    .replaceAll(/[\p{Pd}\u2043\u2212\u30fc\u02d7]/gu, '-')
    .replaceAll(/[\u00b7\u2022\u2024\u2027\u22c5\uff0e]/gu, '.')
    .replaceAll(/[\u2044\u2215\uff0f]/gu, '/')
    .replaceAll(/[\ufe62\uff0b]/gu, '+')
    .replaceAll('\uff03', '#')
    .replaceAll('\uff5e', '~')
    .replaceAll(
      /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u00b4\uff02\uff07]/gu,
      "'",
    );
}

/** Digits of other scripts met so far; Unicode has fewer than a thousand. */
const asciiDigits = new Map<string, string>();

/** Unicode keeps each script's digits 0 to 9 in a row, so a digit's value is its distance from the first. */
function toAsciiDigit(digit: string): string {
  const known = asciiDigits.get(digit);
  if (known !== undefined) return known;
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  const value = String(before % 10);
  asciiDigits.set(digit, value);
  return value;
}

/** The library needs the plus first, but many people write `(+91) 98765 43210`. */
const BRACKETED_PLUS = /^[([{<\s]+\+/u;

const TAIL = ' \'"`,;:';

function unwrap(plain: string): string {
  const bare = plain.replace(/^[\s='"`]+/u, '');
  // A loop, because a pattern anchored at the end takes quadratic time on long runs that do not match.
  let end = bare.length;
  while (end > 0 && TAIL.includes(bare[end - 1] ?? '')) end--;
  const unlabelled = stripLabel(bare.slice(0, end)).replace(BRACKETED_PLUS, '+');
  return joinGroups(cutZeroFraction(unlabelled));
}

/** `+91,9876543210`: a code alone is not a number, so these are not two numbers. */
const CODE_APART = /^\+\d{1,3}\s*,\s*\d[\d -]*$|^\+\d{1,3}(?:\s*,\s*\d{2,5}){2,4}$/u;
/** `98765_43210`, `91_9876543210`: the parts are not numbers by themselves. */
const UNDERLINED = /^(?:\+?\d{1,3}_\d{10}|\+?\d{1,6}(?:_\d{2,6}){1,4})$/u;
/**
 * Digits grouped by number formats, all in one way: threes (9,876,543,210), threes and twos (9,87,65,43,210), twos,
 * fours, fives or the American way, with a comma or apostrophe. Two numbers side by side do not match.
 */
const GROUPED =
  /(?<![\d,'])(?:\d{5}[,']\d{5}|\d{1,3}(?:([,'])\d{3})(?:\1\d{3})*|\d{1,2}([,'])(?:\d{2}\2)*\d{3}|\d{1,2}(?:([,'])\d{2})(?:\3\d{2})+|\d{1,4}(?:([,'])\d{4})(?:\4\d{4})*|\d{3}([,'])\d{3}\5\d{4})(?:\.0+)?(?![\d,'])/gu;

function joinGroups(text: string): string {
  if (CODE_APART.test(text)) return text.replaceAll(',', ' ');
  if (UNDERLINED.test(text)) return text.replaceAll('_', ' ');
  if (!/\d[,']\d/u.test(text)) return text;
  return text.replaceAll(GROUPED, (group) => group.replace(/\.0+$/u, '').replaceAll(/[,']/gu, ''));
}

function cutZeroFraction(text: string): string {
  if (!text.endsWith('0') || !text.includes('.')) return text;
  return text.replace(/^(\+?\d+)\.0+$/u, '$1');
}
