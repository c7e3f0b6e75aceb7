import { callingCodeOf, numberingPlanOf } from './numbering-plan.ts';

/** A plus and digits, with nothing but punctuation the library reads over. */
const WRITTEN = /^\+(?:[ ()./-]*\d){7}[ ()./\d-]*$/u;

/**
 * The E.164 form of a number written with a plus, where the metadata of the country the library tries first says that it is
 * valid as it stands; undefined where the library must say. It says the same, for a thirtieth of the work.
 */
export function plainAbroad(cleaned: string): string | undefined {
  if (!WRITTEN.test(cleaned)) return undefined;
  const digits = cleaned.replaceAll(/\D/gu, '');
  const found = callingCodeOf(digits);
  const plan = found === undefined ? undefined : numberingPlanOf(found.country);
  if (found === undefined || plan?.leads !== true) return undefined;
  const national = digits.slice(found.code.length);
  // What may be a prefix of calls within the country is cut off by the library, or not, by rules of its own.
  const isPrefixed =
    national.startsWith('0') || (plan.nationalPrefix !== '' && national.startsWith(plan.nationalPrefix));
  if (isPrefixed || !plan.languages.accepts(plan.languages.after(plan.numbers, national))) return undefined;
  return `+${digits}`;
}
