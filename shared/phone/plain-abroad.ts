import { err, ok, type Result } from '../result.ts';
import { misfitOf } from './misfit.ts';
import { callingCodeOf, numberingPlanOf, startsWithCallingCode } from './numbering-plan.ts';
import type { NumberingPlan } from './numbering-plan.ts';
import type { NumberIssueCode } from './number-issue.ts';

/** A plus and digits, with nothing but punctuation the library reads over. */
const WRITTEN = /^\+(?:[ ()./-]*\d){3}[ ()./\d-]*$/u;
const PLAIN_DIGITS = /^\d{3,}$/u;
const SEPARATORS = /[ ()./-]/gu;
/** The library refuses fewer and more by their number alone. */
const FEWEST_NATIONAL_DIGITS = 2;
const MOST_NATIONAL_DIGITS = 17;

type Verdict = Result<string, NumberIssueCode>;

/**
 * What the library says of a number written with a plus, or with what is dialled before a number abroad, out of the
 * metadata of the countries that share its calling code; undefined where the library must be asked. It says the same, for a
 * thirtieth of the work. A refusal is told by the lengths of the country that leads.
 */
export function plainAbroad(cleaned: string, from?: string): Verdict | undefined {
  if (WRITTEN.test(cleaned)) return verdictOf(cleaned.replaceAll(/\D/gu, ''));
  const digits = from === undefined ? '' : withoutAbroadPrefix(cleaned, from);
  return digits === '' ? undefined : verdictOf(digits);
}

/** The same of a number as it is dialled within its own country, where that country leads those of its calling code. */
export function plainAtHome(cleaned: string, country: string): Verdict | undefined {
  const plan = numberingPlanOf(country);
  if (plan?.leads !== true) return undefined;
  const digits = cleaned.replaceAll(SEPARATORS, '');
  // Behind the calling code, or what is dialled before it, it may be one or the other by rules of the library's own.
  const mayBeAbroad = digits.startsWith(plan.callingCode) || digits.search(plan.dialledAbroad) === 0;
  return PLAIN_DIGITS.test(digits) && !mayBeAbroad ? nationalVerdict(digits, plan, country) : undefined;
}

function verdictOf(digits: string): Verdict | undefined {
  if (!startsWithCallingCode(digits)) return err('country_unknown');
  const found = callingCodeOf(digits);
  const country = found?.countries[0];
  const plan = country === undefined ? undefined : numberingPlanOf(country);
  if (found === undefined || country === undefined || plan?.leads !== true) return undefined;
  return nationalVerdict(digits.slice(found.code.length), plan, country);
}

function nationalVerdict(written: string, plan: NumberingPlan, country: string): Verdict | undefined {
  const national = withoutPrefix(written, plan);
  if (national === undefined) return undefined;
  if (national.length < FEWEST_NATIONAL_DIGITS) return err('too_short');
  if (national.length > MOST_NATIONAL_DIGITS) return undefined;
  if (isNumber(plan, national)) return ok(`+${plan.callingCode}${national}`);
  // Which of them it belongs to, and so whether it is valid, is settled by rules of the library's own.
  const others = plan.others.map((other) => numberingPlanOf(other));
  if (others.some((other) => other === undefined || isNumber(other, national))) return undefined;
  return err(misfitOf(national, country));
}

/**
 * The digits without what is dialled before a number within its country, where the library cuts that off: not where only
 * with it they are a number in general, nor where the rest has a length that does not occur. Undefined where it does more
 * than cut, or another country's lengths may count.
 */
function withoutPrefix(digits: string, plan: NumberingPlan): string | undefined {
  const found = plan.cutOff?.exec(digits) ?? null;
  if (found === null) return digits;
  if (found.length > 1) return undefined;
  const rest = digits.slice(found[0].length);
  if (isGeneral(plan, digits) && !isGeneral(plan, rest)) return digits;
  if (plan.others.length > 0 && !isNumber(plan, rest)) return undefined;
  const { lengths } = plan;
  const isPossible = lengths.length === 0 || lengths.includes(rest.length) || rest.length > (lengths.at(-1) ?? 0);
  return isPossible ? rest : digits;
}

/** `0044 …` as `44…`; empty where it is not dialled so. No calling code begins with a zero. */
function withoutAbroadPrefix(cleaned: string, from: string): string {
  const prefix = numberingPlanOf(from)?.abroadPrefix ?? '';
  const digits = cleaned.replaceAll(SEPARATORS, '');
  if (!PLAIN_DIGITS.test(digits) || !/^\d+$/u.test(prefix) || !digits.startsWith(prefix)) return '';
  const rest = digits.slice(prefix.length);
  return PLAIN_DIGITS.test(rest) && !rest.startsWith('0') ? rest : '';
}

function isNumber({ languages, numbers }: NumberingPlan, digits: string): boolean {
  return languages.accepts(languages.after(numbers, digits));
}

function isGeneral({ languages, general }: NumberingPlan, digits: string): boolean {
  return languages.accepts(languages.after(general, digits));
}
