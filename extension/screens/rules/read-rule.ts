import { err, ok, type Result } from '../../../shared/result.ts';
import { MAX_CAP_COUNT, MAX_RUPEES } from '../../../shared/people-limits.ts';

/** Why what was typed into a rule cannot be stored. */
export type RuleFault = 'whole' | 'rupees' | 'percent';

/** A whole number as people type it, "1,000". */
export function readWhole(text: string, least: number, most: number): Result<number, RuleFault> {
  const digits = text.trim().replaceAll(',', '');
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= least && value <= most ? ok(value) : err('whole');
}

/** A maximum; an empty field means no limit. */
export function readMost(text: string): Result<number | null, RuleFault> {
  return text.trim() === '' ? ok(null) : readWhole(text, 1, MAX_CAP_COUNT);
}

/** Reads "0.85", "₹1,200", "Rs. 12.50"; an empty field means not known. */
export function readRupees(text: string): Result<number | null, RuleFault> {
  const typed = text
    .trim()
    .replace(/^(?:₹|rs\.?|inr)\s*/iu, '')
    .replaceAll(',', '');
  if (text.trim() === '') return ok(null);
  const value = /^\d{1,9}(?:\.\d{1,4})?$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= MAX_RUPEES ? ok(value) : err('rupees');
}

/** "15", "12.5 %". */
export function readPercent(text: string): Result<number, RuleFault> {
  const typed = text.trim().replace(/\s*%$/u, '');
  const value = /^\d{1,3}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= 100 ? ok(value) : err('percent');
}

/** A rule's value as shown in its field; empty if there is none. */
export function typedOf(value: number | null): string {
  return value === null ? '' : String(value);
}
