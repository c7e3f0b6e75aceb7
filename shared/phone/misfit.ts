import type { NumberIssueCode } from './number-issue.ts';
import { numberingPlanOf } from './numbering-plan.ts';

/**
 * Why national digits are not a number. Outside the country's lengths they are too short or too long. Otherwise they
 * are cut short if more digits could make a number, and have extra digits if they begin with a number.
 */
export function misfitOf(written: string, country: string): NumberIssueCode {
  const plan = numberingPlanOf(country);
  if (plan === undefined) return 'not_in_service_range';
  const { languages, lengths } = plan;
  // The library keeps the trunk zero on digits that would be too short without it.
  const national = plan.nationalPrefix === '0' ? written.replace(/^0/u, '') : written;
  if (national.length < (lengths[0] ?? 0)) return 'too_short';
  if (national.length > (lengths.at(-1) ?? Number.POSITIVE_INFINITY)) return 'too_long';
  let state = plan.numbers;
  for (const digit of national) {
    if (languages.accepts(state)) return 'too_long';
    state = languages.next(state, Number(digit));
  }
  const longer = lengths.filter((length) => length > national.length);
  return longer.some((length) => languages.outlook(state, length - national.length) !== 'none')
    ? 'too_short'
    : 'not_in_service_range';
}
