import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { cleanNumber } from '../phone/clean-number.ts';
import { judgeNumber } from '../phone/judge-number.ts';
import type { IssueCode } from './issue.ts';

/**
 * How the check judges a value in the number column, apart from duplicates: the E.164 digits as an integer, or why it
 * cannot be called. `country` is ISO 3166, two letters.
 */
export function judgeValue(text: string, country: string): Result<number, IssueCode> {
  const verdict = judgeNumber(text, country);
  if (verdict.ok) return ok(Number(verdict.value));
  return err(cleanNumber(text) === '' ? 'blank' : verdict.error.code);
}
