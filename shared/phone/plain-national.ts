import { numberingPlanOf } from './numbering-plan.ts';
import type { NumberingPlan } from './numbering-plan.ts';

/** National digits as written, and the plan that says which of them are numbers. */
export interface PlainNational {
  readonly digits: string;
  readonly plan: NumberingPlan;
  readonly isValid: boolean;
}

const SEPARATORS = /[ ()./-]/gu;
const DIGITS = /^[1-9]\d+$/u;
const TRUNK_DIGITS = /^0[1-9]\d+$/u;

/**
 * The digits of a text that can only be a national number, valid or not; undefined if the library must decide. Digits
 * that start like the calling code are national if they are valid as written.
 */
export function plainNational(cleaned: string, country: string): PlainNational | undefined {
  const digits = cleaned.replaceAll(SEPARATORS, '');
  const plan = numberingPlanOf(country);
  if (plan?.plain !== true) return undefined;
  if (TRUNK_DIGITS.test(digits)) {
    // In Israel 012 is an international prefix.
    const isOwn = plan.nationalPrefix === '0' && digits.search(plan.dialledAbroad) !== 0;
    return isOwn ? refusedTrunk(digits, plan) : undefined;
  }
  if (!DIGITS.test(digits)) return undefined;
  const isValid = isNumber(plan, digits);
  if (isValid || !digits.startsWith(plan.callingCode)) return { digits, plan, isValid };
  return refusedWithCode(digits, plan);
}

/** After a trunk zero, if the digits are not a number with or without it. */
function refusedTrunk(digits: string, plan: NumberingPlan): PlainNational | undefined {
  return isNumber(plan, digits) || isNumber(plan, digits.slice(1)) ? undefined : { digits, plan, isValid: false };
}

/**
 * Digits that start like the calling code and are not a number with or without it. The library removes the code if the
 * rest is a number in general, or if the whole is too long.
 */
function refusedWithCode(digits: string, plan: NumberingPlan): PlainNational | undefined {
  const rest = digits.slice(plan.callingCode.length);
  if (!DIGITS.test(rest) || isNumber(plan, rest)) return undefined;
  const isTooLong = digits.length > (plan.lengths.at(-1) ?? 0);
  const isGeneral = plan.languages.accepts(plan.languages.after(plan.general, rest));
  return { digits: isTooLong || isGeneral ? rest : digits, plan, isValid: false };
}

function isNumber({ languages, numbers }: NumberingPlan, digits: string): boolean {
  return languages.accepts(languages.after(numbers, digits));
}
