import { isSupportedCountry } from 'libphonenumber-js/max';
import { err } from '../result.ts';
import type { Result } from '../result.ts';
import { cleanNumber, MAX_NUMBER_CHARS, toPlainText } from './clean-number.ts';
import { excelDamage } from './excel-damage.ts';
import { holdsSeveral } from './holds-several.ts';
import { libraryVerdict } from './library-verdict.ts';
import type { NumberIssueCode } from './number-issue.ts';
import { MAX_E164_DIGITS } from './number-table.ts';

const LETTER = /\p{L}/u;

interface NumberIssue {
  readonly code: NumberIssueCode;
}

/**
 * Whether a text is one number that can be called, dialled from `country` (ISO 3166, two letters): its E.164 form, or why
 * not. Verdict and form are those of libphonenumber for the cleaned text, with three exceptions, refused even where it
 * finds a number: digits a spreadsheet spoiled, cells with several numbers, and more digits than E.164 allows.
 */
export function judgeNumber(text: string, country: string): Result<string, NumberIssue> {
  if (!isSupportedCountry(country)) return err({ code: 'country_unknown' });
  const plain = toPlainText(text);
  const cleaned = cleanNumber(text);
  if (cleaned.length > MAX_NUMBER_CHARS) return err({ code: LETTER.test(cleaned) ? 'letters' : 'too_long' });
  const damage = excelDamage(plain, cleaned);
  if (damage !== undefined) return err({ code: damage });
  const verdict = libraryVerdict(cleaned, country);
  if (holdsSeveral(cleaned, verdict.ok, (part) => libraryVerdict(part, country).ok)) {
    return err({ code: 'several_numbers' });
  }
  if (!verdict.ok) return err({ code: verdict.error });
  return verdict.value.length > MAX_E164_DIGITS + 1 ? err({ code: 'too_long' }) : verdict;
}

/** `919876543210` as `+919876543210`. */
export function toE164(number: number): string {
  return `+${number}`;
}
