import { err, ok, type Result } from '../result.ts';
import { misfitOf } from './misfit.ts';
import { callingCodeOf, numberingPlanOf } from './numbering-plan.ts';
import type { NumberIssueCode } from './number-issue.ts';

/** A plus and digits, with nothing but punctuation the library reads over. */
const WRITTEN = /^\+(?:[ ()./-]*\d){3}[ ()./\d-]*$/u;
/** The library refuses fewer and more by their number alone. */
const FEWEST_NATIONAL_DIGITS = 2;
const MOST_NATIONAL_DIGITS = 17;

/**
 * What the library says of a number written with a plus, out of the metadata of the countries that share its calling code;
 * undefined where the library must be asked. It says the same, for a thirtieth of the work. A refusal is told by the
 * lengths of the country that leads.
 */
export function plainAbroad(cleaned: string): Result<string, NumberIssueCode> | undefined {
  if (!WRITTEN.test(cleaned)) return undefined;
  const digits = cleaned.replaceAll(/\D/gu, '');
  const found = callingCodeOf(digits);
  const plan = found === undefined ? undefined : numberingPlanOf(found.countries[0]);
  if (found === undefined || plan?.leads !== true) return undefined;
  const national = digits.slice(found.code.length);
  if (national.length < FEWEST_NATIONAL_DIGITS) return err('too_short');
  // What may be a prefix of calls within the country is cut off by the library, or not, by rules of its own.
  const isPrefixed =
    national.startsWith('0') || (plan.nationalPrefix !== '' && national.startsWith(plan.nationalPrefix));
  if (isPrefixed || national.length > MOST_NATIONAL_DIGITS) return undefined;
  if (plan.languages.accepts(plan.languages.after(plan.numbers, national))) return ok(`+${digits}`);
  // Which of them it belongs to, and so whether it is valid, is settled by rules of the library's own.
  const others = found.countries.slice(1).map((country) => numberingPlanOf(country));
  const mayBeTheirs = others.some(
    (other) => other === undefined || other.languages.accepts(other.languages.after(other.numbers, national)),
  );
  if (mayBeTheirs) return undefined;
  return err(misfitOf(national, found.countries[0]));
}
