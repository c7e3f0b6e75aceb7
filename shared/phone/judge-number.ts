import { isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { cleanNumber, MAX_NUMBER_CHARS } from './clean-number.ts';
import type { NumberIssueCode } from './number-issue.ts';

export interface NumberIssue {
  readonly code: NumberIssueCode;
}

/**
 * Whether a text is one number that can be called, dialled from `country` (ISO 3166, two letters): its E.164 form, or why
 * not. Verdict and form are libphonenumber's over the cleaned text, but for digits a spreadsheet spoiled and cells with
 * several numbers, which are refused even where a number could be read out of them.
 */
export function judgeNumber(text: string, country: string): Result<string, NumberIssue> {
  const cleaned = cleanNumber(text);
  if (!isSupportedCountry(country)) return err({ code: 'country_unknown' });
  if (cleaned.length > MAX_NUMBER_CHARS) return err({ code: 'too_long' });
  const parsed = parsePhoneNumberFromString(cleaned, { defaultCountry: country, extract: false });
  if (parsed?.isValid() === true) return ok(parsed.number);
  const length = validatePhoneNumberLength(cleaned, { defaultCountry: country });
  if (length === 'TOO_SHORT') return err({ code: 'too_short' });
  return err({ code: 'not_a_number' });
}

/** `919876543210` as `+919876543210`. */
export function toE164(number: number): string {
  return `+${number}`;
}
