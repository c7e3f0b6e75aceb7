import type { Result } from '../result.ts';
import { err } from '../result.ts';
import { countDigits } from './count-digits.ts';
import { decideDigits } from './decide-digits.ts';
import type { NumberIssueCode } from './number-issue.ts';

/** A plus, and digits with only punctuation that the library skips. */
const WRITTEN = /^\+?[ ()./[\]~\d-]*$/u;
/** The library reads digits after a tilde as an extension, if they are few enough. */
const TILDE_EXTENSION = / *~\.?[ -]*\d{1,9}$/u;
const NOT_DIGITS = /\D/gu;
const FEWEST_DIGITS = 3;

/**
 * What the library says of a text without letters or other marks, however its digits are grouped; undefined for other
 * texts.
 */
export function decidePlainText(cleaned: string, home: string): Result<string, NumberIssueCode> | undefined {
  if (!WRITTEN.test(cleaned)) return undefined;
  const isViable = countDigits(cleaned) >= FEWEST_DIGITS || /^\d{2}$/u.test(cleaned);
  if (!isViable) return err(/\d$/u.test(cleaned) ? 'too_short' : 'not_a_number');
  const number = cleaned.includes('~') ? cleaned.replace(TILDE_EXTENSION, '') : cleaned;
  if (number === '') return err('not_a_number');
  return decideDigits((number.startsWith('+') ? '+' : '') + number.replaceAll(NOT_DIGITS, ''), home);
}
