/** `9.19877E+11`, with the decimal comma of other locales too. */
const EXPONENT = /^[+-]?\d{1,3}(?:[.,]\d+)?[eE][+-]?\d{1,3}$/u;
/** Digits as a spreadsheet writes a number: no plus, no separators, no leading zero. */
const BARE_DIGITS = /^[1-9]\d*$/u;

/** A minus before digits: the result of `+91-98765…` taken for a sum. */
const NEGATIVE = /^\+?[( ]*-(?:[ (.,)/-]*\d){5}[\d ,.()/-]*$/u;
/** The same as accountants show it. */
const IN_BRACKETS = /^\( ?(?:\d{1,3}(?:[,.' ]\d{2,3})+|[1-9]\d{6,})(?:[.,]\d{1,2})? ?\)$/u;
/** The same as SAP and other accounting shows it; digits that a person grouped, with a dash left over, are no amount. */
const MINUS_BEHIND = /^[1-9][\d,.']{5,} ?-$|^[1-9](?: ?[\d,.']){5,}-$/u;
/** A sum of digits, as the reader of workbooks writes it: its result may look like a number. */
const SUM = /^=[\d\s().,+\-*/^]*\d[\s)]*[+*/^][\s(+-]*\d/u;
/** The same of cells: a formula that calculates, or makes numbers. */
const FORMULA = /^=(?!.*")(?=.*(?:\b\$?[A-Z]{1,3}\$?\d{1,7}\b|[A-Z]\())(?=.*[-+*/^(])/u;
/** Behind a plus or a zero a minus only parts the digits of a number; behind anything else it takes away. */
const DIFFERENCE = /^=[\s(]*[1-9][\d\s().,]*-[\s(]*\d[\d\s().,-]*$/u;

/**
 * What a spreadsheet did to digits it took for an amount: written as a power of ten, or calculated with, or rounded, so
 * that the last digits are zeros. Rounded digits can still look like a valid number, so this is asked before any other verdict. `plain` is the
 * cell with its wrapping, since what is wrapped as text was never rounded; `cleaned` is without.
 */
export function excelDamage(
  plain: string,
  cleaned: string,
): 'excel_exponent' | 'excel_truncated' | 'excel_computed' | undefined {
  if (EXPONENT.test(cleaned)) return 'excel_exponent';
  if (
    NEGATIVE.test(cleaned) ||
    IN_BRACKETS.test(plain) ||
    MINUS_BEHIND.test(cleaned) ||
    (plain.startsWith('=') && [SUM, DIFFERENCE, FORMULA].some((one) => one.test(plain)))
  )
    return 'excel_computed';
  return BARE_DIGITS.test(plain) && isRounded(plain.length, trailingZeros(plain)) ? 'excel_truncated' : undefined;
}

/** Six zeros at the end of ten digits, or five at the end of twelve, are likelier a rounding than a number. */
export function isRounded(digits: number, zerosAtEnd: number): boolean {
  return (digits >= 12 && zerosAtEnd >= 5) || (digits >= 10 && zerosAtEnd >= 6);
}

function trailingZeros(digits: string): number {
  let zeros = 0;
  while (zeros < digits.length && digits[digits.length - 1 - zeros] === '0') zeros++;
  return zeros;
}
