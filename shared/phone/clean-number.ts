/** libphonenumber-js reads no longer text than this; what is longer is no number. */
export const MAX_NUMBER_CHARS = 250;

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const DIGIT = /\p{Nd}/u;

/**
 * What a person meant by a number cell: invisible characters gone, look-alikes turned into the plain character, and the
 * wrapping of spreadsheets, links and quotes taken off. Empty for a cell that shows nothing. No verdict is made here.
 */
export function cleanNumber(text: string): string {
  const head = text.length > MAX_NUMBER_CHARS * 4 ? text.slice(0, MAX_NUMBER_CHARS * 4) : text;
  return unwrap(ASCII_ONLY.test(head) ? head : toPlainCharacters(head));
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
    .replaceAll(
      /[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u00b4\uff02\uff07]/gu,
      "'",
    );
}

/** Unicode keeps every script's digits 0 to 9 in a row, so a digit's value is its distance from the row's start. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

function unwrap(text: string): string {
  return text
    .replace(/^[\s='"`]+/u, '')
    .replace(/^(?:tel|callto|whatsapp|sms|mobile|mob|phone|ph|cell)\s*[.:]+[\s/]*/iu, '')
    .replace(/[\s'"`,;:]+$/u, '')
    .replace(/^(\+?\d+)\.0+$/u, '$1');
}
