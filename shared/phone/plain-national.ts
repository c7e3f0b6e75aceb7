import { numberingPlanOf } from './numbering-plan.ts';
import type { NumberingPlan } from './numbering-plan.ts';

/** National digits as they stand, and the plan that says which of them are numbers. */
export interface PlainNational {
  readonly digits: string;
  readonly plan: NumberingPlan;
  readonly isValid: boolean;
}

const SEPARATORS = /[ ()./-]/gu;
const DIGITS = /^[1-9]\d+$/u;

/**
 * The digits of a text that can only be a national number, whether or not they are a valid one; undefined where the library
 * must say. Digits that start like the calling code are national where they are valid as they stand.
 */
export function plainNational(cleaned: string, country: string): PlainNational | undefined {
  const digits = cleaned.replaceAll(SEPARATORS, '');
  if (!DIGITS.test(digits)) return undefined;
  const plan = numberingPlanOf(country);
  if (plan?.plain !== true) return undefined;
  const isValid = plan.languages.accepts(plan.languages.after(plan.numbers, digits));
  return isValid || !digits.startsWith(plan.callingCode) ? { digits, plan, isValid } : undefined;
}
