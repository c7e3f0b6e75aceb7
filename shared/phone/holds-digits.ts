import { toPlainText } from './clean-number.ts';

/** Before this many digits people write a country code, a zero, or nothing. */
const NATIONAL_DIGITS = 10;

/** The digits of a search or a cell, in any script. */
export function digitsOf(text: string): string {
  return toPlainText(text).replaceAll(/\D/g, '');
}

/** Whether a cell contains the searched digits, whatever else either of them contains. */
export function holdsDigits(value: string, digits: string): boolean {
  return digits !== '' && digitsOf(value).includes(digits.slice(-NATIONAL_DIGITS));
}
