import { numberingPlanOf } from './numbering-plan.ts';
import type { NumberingPlan } from './numbering-plan.ts';

/** National digits as they stand, and the plan that says which of them are numbers. */
export interface PlainNational {
  readonly digits: string;
  readonly plan: NumberingPlan;
}

const SEPARATORS = /[ ().-]/gu;
const DIGITS = /^[1-9]\d{1,16}$/u;

/** The digits of a text that can only be a national number, whatever they are; undefined where the library must say. */
export function plainNational(cleaned: string, country: string): PlainNational | undefined {
  const digits = cleaned.replaceAll(SEPARATORS, '');
  if (!DIGITS.test(digits)) return undefined;
  const plan = numberingPlanOf(country);
  return plan?.plain !== true || digits.startsWith(plan.callingCode) ? undefined : { digits, plan };
}

export function acceptsNational({ digits, plan }: PlainNational): boolean {
  return plan.languages.accepts(plan.languages.after(plan.numbers, digits));
}
