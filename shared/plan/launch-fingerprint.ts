import { WEEKDAYS } from '../people/calling-days.ts';
import type { FileShape } from '../contacts/file-shape.ts';
import type { CheckedVariable } from '../contacts/variable-check.ts';
import type { Adjustment } from '../template/adjust-template.ts';
import type { TemplateInput } from '../template/template-schema.ts';
import type { DeliveryPreference } from './choose-delivery.ts';
import type { AccountRules } from './plan-template.ts';

/** The parts that decide what people hear, and when. Each has its own hash, so that one can say which part changed. */
export const FINGERPRINT_PARTS = ['template', 'adjust', 'columns', 'account', 'people'] as const;
export type FingerprintPart = (typeof FINGERPRINT_PARTS)[number];
export type Fingerprint = Readonly<Record<FingerprintPart, string>>;

/** Template fields that nobody hears. */
const NOT_HEARD = new Set(['id', 'name', 'createdAt', 'updatedAt', 'createdBy']);

/** The saved template, before an import adjusts it. */
export function templatePart(template: TemplateInput): string {
  return hash(Object.fromEntries(Object.entries(template).filter(([key]) => !NOT_HEARD.has(key))));
}

export function adjustPart(adjust: Adjustment, delivery: DeliveryPreference): string {
  const startAt = adjust.startAt == null ? null : Date.parse(adjust.startAt);
  return hash({ ...adjust, startAt, delivery });
}

/** Which columns are used for what, what is said if a row has no value, and how values are spoken. */
export function columnsPart(
  shape: Pick<
    FileShape,
    'header' | 'numberColumn' | 'callingCodeColumn' | 'moreColumns' | 'numbers' | 'requiredColumns'
  >,
  variables: readonly Pick<CheckedVariable, 'name' | 'column' | 'fallback' | 'spoken'>[],
): string {
  const { header, numberColumn, callingCodeColumn, moreColumns, numbers, requiredColumns } = shape;
  const taken = variables.map(({ name, column, fallback, spoken }) => ({ name, column, fallback, spoken }));
  return hash({ header, numberColumn, callingCodeColumn, moreColumns, numbers, requiredColumns, taken });
}

export function accountPart(account: AccountRules): string {
  const { window, weekdays, closedDates, timeZone, callsPerMinute, messagesPerMinute } = account;
  const days = { weekdays: weekdays ?? WEEKDAYS, closedDates: closedDates ?? [] };
  return hash({ window, ...days, timeZone, callsPerMinute, messagesPerMinute });
}

/** Whose numbers are called, and from which file the words come. */
export function peoplePart(people: {
  readonly sha256: string;
  readonly numbersHash: string;
  readonly accepted: number;
}): string {
  return hash({ ...people });
}

/** The parts that differ from what was seen. A part that was not seen, or is unknown here, does not count. */
export function changedParts(
  seen: Readonly<Partial<Record<string, string>>>,
  now: Fingerprint,
  parts: readonly FingerprintPart[],
): FingerprintPart[] {
  return parts.filter((part) => Object.hasOwn(seen, part) && seen[part] !== now[part]);
}

/**
 * 64 bits of a value, independent of the order of its keys. It does not resist an attacker, who could change everything
 * anyway.
 */
function hash(value: unknown): string {
  let high = 0xdead_beef;
  let low = 0x41c6_ce57;
  for (const char of canonical(value)) {
    const code = char.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x9e37_79b1);
    low = Math.imul(low ^ code, 0x5f35_6495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** JSON with sorted keys, in which absent and null are the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
