import { toPlainText } from './clean-number.ts';

/** What people write before these is a country's code, a zero, or nothing. */
const NATIONAL_DIGITS = 10;

/** The digits of what somebody looks for or of what a cell holds, in any script. */
export function digitsOf(text: string): string {
  return toPlainText(text).replaceAll(/\D/g, '');
}

/** Whether a cell holds the digits that are looked for, whatever stands before, between or after them in either. */
export function holdsDigits(value: string, digits: string): boolean {
  return digits !== '' && digitsOf(value).includes(digits.slice(-NATIONAL_DIGITS));
}
