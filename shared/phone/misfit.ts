import type { NumberIssueCode } from './number-issue.ts';
import { numberingPlanOf } from './numbering-plan.ts';

/**
 * Why national digits are no number. Beyond the lengths that occur in the country, digits that could go on to be a number
 * are cut short, and those with a number at their beginning have more behind it.
 */
export function misfitOf(written: string, country: string): NumberIssueCode {
  const plan = numberingPlanOf(country);
  if (plan === undefined) return 'not_in_service_range';
  const { languages, lengths } = plan;
  // The library leaves the trunk zero on what is too short to be a number without it.
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
