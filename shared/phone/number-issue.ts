/** Why a text is not a number that can be called. */
export const NUMBER_ISSUE_CODES = [
  'too_short',
  'too_long',
  'letters',
  'not_a_number',
  'not_in_service_range',
  'country_unknown',
  'excel_exponent',
  'excel_truncated',
  'excel_computed',
  'several_numbers',
] as const;

export type NumberIssueCode = (typeof NUMBER_ISSUE_CODES)[number];
