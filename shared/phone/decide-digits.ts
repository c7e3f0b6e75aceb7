import { err, ok, type Result } from '../result.ts';
import { misfitOf } from './misfit.ts';
import { countriesOf, isCallingCode, numberingPlanOf, type NumberingPlan } from './numbering-plan.ts';
import type { NumberIssueCode } from './number-issue.ts';

/** The library refuses numbers with fewer or more digits without reading them. */
const FEWEST_NATIONAL_DIGITS = 2;
const MOST_NATIONAL_DIGITS = 17;
const MOST_CODE_DIGITS = 3;

type Verdict = Result<string, NumberIssueCode>;

/** A number without its calling code; `country` if it was dialled from within one. */
interface Split {
  readonly code: string;
  readonly number: string;
  readonly country?: string;
  /** Without the national prefix, if already known. */
  readonly national?: string;
}

/**
 * What the library says of digits, perhaps with a plus, dialled from `home`: applies its rules one by one from its
 * metadata, without making objects, patterns or errors. Undefined if they cannot be decided this way.
 */
export function decideDigits(written: string, home: string): Verdict | undefined {
  const homePlan = numberingPlanOf(home);
  if (homePlan === undefined) return undefined;
  const split = splitCode(written, home, homePlan);
  if (split === undefined) return err('country_unknown');
  const { code, number } = split;
  const plan = split.country === undefined ? planOfCode(code) : homePlan;
  if (plan === undefined) return undefined;
  const national = split.national ?? (number === '' ? '' : withoutNationalPrefix(number, plan));
  const country = countryOf(code, national) ?? split.country;
  if (national.length < FEWEST_NATIONAL_DIGITS) return err('too_short');
  if (national.length > MOST_NATIONAL_DIGITS) return err('too_long');
  const own = country === undefined ? plan : numberingPlanOf(country);
  if (own === undefined) return undefined;
  return isNumber(own, national) ? ok(`+${code}${national}`) : err(misfitOf(national, country ?? home));
}

function splitCode(written: string, home: string, plan: NumberingPlan): Split | undefined {
  if (written.startsWith('+')) return splitAbroad(written.slice(1));
  const abroad = withoutAbroadPrefix(written, plan);
  if (abroad !== '') return splitAbroad(abroad);
  const { callingCode } = plan;
  if (written === '') return undefined;
  if (!written.startsWith(callingCode)) return { code: callingCode, number: written, country: home };
  const rest = written.slice(callingCode.length);
  const whole = withoutNationalPrefix(written, plan);
  const isRest = !isGeneral(plan, whole) && isGeneral(plan, withoutNationalPrefix(rest, plan));
  if (isRest || whole.length > (plan.lengths.at(-1) ?? Number.POSITIVE_INFINITY))
    return { code: callingCode, number: rest };
  return { code: callingCode, number: written, country: home, national: whole };
}

function splitAbroad(digits: string): Split | undefined {
  if (digits.startsWith('0')) return undefined;
  for (let length = 1; length <= Math.min(MOST_CODE_DIGITS, digits.length); length++) {
    const code = digits.slice(0, length);
    if (isCallingCode(code)) return { code, number: digits.slice(length) };
  }
  return undefined;
}

/** Empty if the number is not dialled this way. No calling code begins with a zero. */
function withoutAbroadPrefix(digits: string, { dialledAbroad }: NumberingPlan): string {
  const found = dialledAbroad.exec(digits);
  if (found === null || found.index !== 0 || found[0] === '') return '';
  const rest = digits.slice(found[0].length);
  return rest.startsWith('0') ? '' : rest;
}

/** The digits without the national prefix, if a possible number remains. */
function withoutNationalPrefix(digits: string, plan: NumberingPlan): string {
  const rest = cutPrefix(digits, plan);
  if (rest === digits) return digits;
  if (isGeneral(plan, digits) && !isGeneral(plan, rest)) return digits;
  if (plan.lengths.length === 0) return rest;
  const country = countryOf(plan.callingCode, rest);
  const { lengths } = (country === undefined ? undefined : numberingPlanOf(country)) ?? plan;
  const isPossible = lengths.length === 0 || lengths.includes(rest.length) || rest.length > (lengths.at(-1) ?? 0);
  return isPossible ? rest : digits;
}

function cutPrefix(digits: string, { cutOff, cutInto }: NumberingPlan): string {
  const found = cutOff?.exec(digits) ?? null;
  if (found === null || cutOff === null) return digits;
  const isRewritten = cutInto !== '' && found.length > 1 && (found.at(-1) ?? '') !== '';
  return isRewritten ? digits.replace(cutOff, cutInto) : digits.slice(found[0].length);
}

/** The country, of those sharing a calling code, that a national number belongs to; undefined if none. */
function countryOf(code: string, national: string): string | undefined {
  const countries = countriesOf(code);
  if (countries.length < 2) return countries[0];
  return countries.find((country) => {
    const plan = numberingPlanOf(country);
    if (plan === undefined) return false;
    if (plan.leading !== null) return national !== '' && national.search(plan.leading) === 0;
    return plan.hasTypes && isNumber(plan, national);
  });
}

/** The plan of the code's first country, or the code's own if it belongs to no country. */
function planOfCode(code: string): NumberingPlan | undefined {
  return numberingPlanOf(countriesOf(code)[0] ?? code);
}

function isNumber({ languages, numbers }: NumberingPlan, digits: string): boolean {
  return languages.accepts(languages.after(numbers, digits));
}

function isGeneral({ languages, general }: NumberingPlan, digits: string): boolean {
  return languages.accepts(languages.after(general, digits));
}
