import { isSupportedCountry } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { cleanPlainText, MAX_NUMBER_CHARS, toPlainText } from './clean-number.ts';
import { countDigits } from './count-digits.ts';
import { excelDamage } from './excel-damage.ts';
import { holdsSeveral } from './holds-several.ts';
import { withoutLineNumber } from './labels/line-number.ts';
import { libraryVerdict } from './library-verdict.ts';
import type { NumberIssueCode } from './number-issue.ts';
import { MAX_E164_DIGITS } from './number-table.ts';
import { numberingPlanOf } from './numbering-plan.ts';
import { decidePlainText } from './plain-text.ts';

const LETTER = /\p{L}/u;
const BEGINS_WITH_LETTER = /^\p{L}/u;
/**
 * Countries where people write a zero before the country code, and where no number has its own country code after a
 * zero.
 */
const WRITE_TRUNK_ZERO = new Set<string>(['IN']);
const TRUNK_ZERO = /^\+?[ (]*0[\d ().-]+$/u;

const FEWEST_DIGITS = 3;
/** The longest number has fifteen digits; the longest international prefix comes before it. */
const MOST_DIGITS = 24;

interface NumberIssue {
  readonly code: NumberIssueCode;
}

/**
 * Whether a text is one callable number, dialled from `country` (ISO 3166, two letters): its E.164 form, or why not.
 * The result is libphonenumber's for the cleaned text, with these exceptions: cells that a spreadsheet damaged, that
 * hold several numbers, or that have more digits than E.164 allows are refused; a zero before the country's own code is
 * accepted.
 */
export function judgeNumber(text: string, country: string): Result<string, NumberIssue> {
  const plain = toPlainText(text);
  return judgeCleaned(plain, cleanPlainText(plain), country);
}

/** The same for a text whose plain and cleaned forms are known. */
export function judgeCleaned(plain: string, cleaned: string, country: string): Result<string, NumberIssue> {
  if (!isSupportedCountry(country)) return err({ code: 'country_unknown' });
  if (cleaned.length > MAX_NUMBER_CHARS) return err({ code: LETTER.test(cleaned) ? 'letters' : 'too_long' });
  const damage = excelDamage(plain, cleaned);
  if (damage !== undefined) return err({ code: damage });
  const verdict = libraryVerdict(cleaned, country);
  const bare = verdict.ok ? undefined : withoutLineNumber(cleaned);
  const alone = bare === undefined ? undefined : judgeCleaned(bare, bare, country);
  if (alone?.ok === true) return alone;
  if (holdsSeveral(cleaned, verdict.ok, isCallableFrom(country))) {
    return err({ code: 'several_numbers' });
  }
  if (!verdict.ok) {
    const abroad = withoutTrunkZero(cleaned, country);
    return abroad === undefined ? err({ code: verdict.error }) : ok(abroad);
  }
  return verdict.value.length > MAX_E164_DIGITS + 1 ? err({ code: 'too_long' }) : verdict;
}

/** Remembers results, because the same part is asked for again if a cell can be split in several ways. */
function isCallableFrom(country: CountryCode): (part: string) => boolean {
  const known = new Map<string, boolean>();
  return (part) => {
    if (!mayBeNumber(part, country)) return false;
    const before = known.get(part);
    if (before !== undefined) return before;
    const isCallable = (decidePlainText(part, country) ?? libraryVerdict(part, country)).ok;
    known.set(part, isCallable);
    return isCallable;
  };
}

/**
 * Whether a part of a cell may be a number at all. No number has fewer or more digits, and none begins with a letter,
 * unless it is an address such as `tel:+91…;ext=1`.
 */
function mayBeNumber(part: string, country: CountryCode): boolean {
  if (BEGINS_WITH_LETTER.test(part) && !part.includes(';')) return false;
  const digits = countDigits(part);
  if (digits < FEWEST_DIGITS || (digits > MOST_DIGITS && !LETTER.test(part))) return false;
  const plan = numberingPlanOf(country);
  // Fewer may be enough if the library puts digits before them, or if the number is dialled as from abroad.
  if (plan === undefined || plan.cutInto !== '' || !/^\d/u.test(part)) return true;
  if (digits >= fewestDigits(country)) return true;
  return plan.dialledAbroad.exec(part.replaceAll(/\D/gu, ''))?.index === 0;
}

const fewestKnown = new Map<string, number>();

/**
 * The fewest digits of any country that shares the calling code, because a number dialled in one may belong to another.
 */
export function fewestDigits(country: string): number {
  const known = fewestKnown.get(country);
  if (known !== undefined) return known;
  const sharers = [country, ...(numberingPlanOf(country)?.others ?? [])];
  const fewest = Math.min(...sharers.map((each) => numberingPlanOf(each)?.lengths[0] ?? FEWEST_DIGITS));
  fewestKnown.set(country, fewest);
  return fewest;
}

/** `091 98765 43210`: the trunk zero before the country code, which the library does not accept. */
function withoutTrunkZero(cleaned: string, country: CountryCode): string | undefined {
  if (!WRITE_TRUNK_ZERO.has(country) || !TRUNK_ZERO.test(cleaned)) return undefined;
  const code = numberingPlanOf(country)?.callingCode ?? '';
  const digits = cleaned.replaceAll(/\D/gu, '');
  if (!digits.startsWith(`0${code}`)) return undefined;
  const verdict = libraryVerdict(`+${digits.slice(1)}`, country);
  return verdict.ok && digits[code.length + 1] !== '0' ? verdict.value : undefined;
}

/** `919876543210` as `+919876543210`. */
export function toE164(number: number): string {
  return `+${number}`;
}
