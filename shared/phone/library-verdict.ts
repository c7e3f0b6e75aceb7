import { ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { NumberIssueCode } from './number-issue.ts';
import { countDigits } from './count-digits.ts';
import { misfitOf } from './misfit.ts';
import { mayEndInDigits, mayHaveExtension, withoutExtension } from './plain-extension.ts';
import { plainAbroad, plainAtHome } from './plain-abroad.ts';
import { decidePlainText } from './plain-text.ts';
import { plainNational } from './plain-national.ts';

const LETTER = /\p{L}/u;
const EXTENSION_MARK = /[,;#~]/u;
/** What the library reads before an extension: a plus, digits, and punctuation that it skips. */
const READ_OVER =
  /^\+?[\d\-\u2010-\u2015\u2212\u30fc\uff0d\uff0f/\uff0e. \u00a0\u00ad\u200b\u2060\u3000()\uff08\uff09\uff3b\uff3d[\]~\u2053\u223c\uff5e]*/u;
/** How an extension begins after that. */
const BEGINS_EXTENSION = /^[\t,;#\uff03\p{L}]/u;
/** Characters that occur in no number the library reads, nor in an extension without letters. */
const NEVER_READ = /[*&|\\"'`<>?!@%$^{}_]|(?<![,;#~]):/u;
/** With fewer digits among letters, nobody meant a number. */
const FEWEST_DIGITS = 5;

/**
 * What libphonenumber says of a cleaned text: a valid number in E.164, or why not. If the digits are plain, its
 * metadata is used directly, with the same result.
 */
export function libraryVerdict(cleaned: string, country: CountryCode): Result<string, NumberIssueCode> {
  const digits = countDigits(cleaned);
  const hasLetters = LETTER.test(cleaned);
  const reason = hasLetters && digits >= FEWEST_DIGITS ? 'letters' : 'not_a_number';
  if (digits === 0 || (hasLetters && !mayHaveExtension(cleaned))) return err(reason);
  if (!hasLetters && !mayEndInDigits(cleaned)) return err(reason);
  const bare = hasLetters || EXTENSION_MARK.test(cleaned) ? withoutExtension(cleaned) : undefined;
  if (bare !== undefined) {
    const verdict = libraryVerdict(bare, country);
    return verdict.ok || !hasLetters ? verdict : err(reason);
  }
  const plain = plainNational(cleaned, country);
  if (plain !== undefined) {
    const { digits, plan, isValid } = plain;
    return isValid ? ok(`+${plan.callingCode}${digits}`) : err(misfitOf(digits, country));
  }
  const decided = plainAbroad(cleaned, country) ?? plainAtHome(cleaned, country) ?? decidePlainText(cleaned, country);
  if (decided !== undefined) return decided;
  if (!hasLetters && (cleaned.lastIndexOf('+') > 0 || NEVER_READ.test(cleaned))) return err(reason);
  const behind = cleaned.slice(READ_OVER.exec(cleaned)?.[0].length ?? 0);
  if (behind !== '' && !BEGINS_EXTENSION.test(behind)) return err(reason);
  const verdict = ask(cleaned, country);
  return verdict.ok || !hasLetters ? verdict : err(reason);
}

function ask(cleaned: string, country: CountryCode): Result<string, NumberIssueCode> {
  try {
    const parsed = parsePhoneNumberWithError(cleaned, { defaultCountry: country, extract: false });
    return parsed.isValid() ? ok(parsed.number) : err(misfitOf(parsed.nationalNumber, parsed.country ?? country));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return err(REASONS[error.message] ?? 'not_a_number');
  }
}

/** Our codes for the library's reasons, when it finds no number in a text. */
const REASONS: Partial<Record<string, NumberIssueCode>> = {
  INVALID_COUNTRY: 'country_unknown',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  NOT_A_NUMBER: 'not_a_number',
};
