/** `9.19877E+11`, also with the decimal comma of other locales. */
const EXPONENT = /^[+-]?\d{1,3}(?:[.,]\d+)?[eE][+-]?\d{1,3}$/u;
/** Digits as a spreadsheet writes a number: without plus, separators or leading zero. */
const BARE_DIGITS = /^[1-9]\d*$/u;

/** A minus before digits: `+91-98765…` was calculated as a sum. */
const NEGATIVE = /^\+?[( ]*-(?:[ (.,)/-]*\d){5}[\d ,.()/-]*$/u;
/** The same, as accountants write a negative amount. */
const IN_BRACKETS = /^\( ?(?:\d{1,3}(?:[,.' ]\d{2,3})+|[1-9]\d{6,})(?:[.,]\d{1,2})? ?\)$/u;
/**
 * The same, as SAP and other accounting software writes it. Digits that a person grouped, with a dash left over, are
 * not an amount.
 */
const MINUS_BEHIND = /^[1-9][\d,.']{5,} ?-$|^[1-9](?: ?[\d,.']){5,}-$/u;
/** A sum of digits, as our workbook reader writes it; its result may look like a number. */
const SUM = /^=[\d\s().,+\-*/^]*\d[\s)]*[+*/^][\s(+-]*\d/u;
/** The same for cells: a formula that calculates or makes numbers. */
const FORMULA = /^=(?!.*")(?=.*(?:\b\$?[A-Z]{1,3}\$?\d{1,7}\b|[A-Z]\())(?=.*[-+*/^(])/u;
/** After a plus or zero, a minus only separates a number's digits; after anything else it subtracts. */
const DIFFERENCE = /^=[\s(]*[1-9][\d\s().,]*-[\s(]*\d[\d\s().,-]*$/u;

/**
 * What a spreadsheet did to digits that it took for an amount: wrote them as a power of ten, calculated with them, or
 * rounded them so that the last digits are zeros. Rounded digits can still look valid, so this is checked first.
 * `plain` is the cell with its wrapping, because text wrapped as text was never rounded; `cleaned` is without.
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

/** Six zeros at the end of ten digits, or five at the end of twelve, are more likely a rounding than a number. */
export function isRounded(digits: number, zerosAtEnd: number): boolean {
  return (digits >= 12 && zerosAtEnd >= 5) || (digits >= 10 && zerosAtEnd >= 6);
}

function trailingZeros(digits: string): number {
  let zeros = 0;
  while (zeros < digits.length && digits[digits.length - 1 - zeros] === '0') zeros++;
  return zeros;
}
