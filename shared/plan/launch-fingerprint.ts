import { WEEKDAYS } from '../people/calling-days.ts';
import type { FileShape } from '../contacts/file-shape.ts';
import type { CheckedVariable } from '../contacts/variable-check.ts';
import type { Adjustment } from '../template/adjust-template.ts';
import type { TemplateInput } from '../template/template-schema.ts';
import type { DeliveryPreference } from './choose-delivery.ts';
import type { AccountRules } from './plan-template.ts';

/** What decides what people hear, and when: each part by itself, so that it can be said which one changed. */
export const FINGERPRINT_PARTS = ['template', 'adjust', 'columns', 'account', 'people'] as const;
export type FingerprintPart = (typeof FINGERPRINT_PARTS)[number];
export type Fingerprint = Readonly<Record<FingerprintPart, string>>;

/** Said of a template by whoever keeps it; nobody hears it. */
const NOT_HEARD = new Set(['id', 'name', 'createdAt', 'updatedAt', 'createdBy']);

/** The template as it is saved, before an import adjusts it. */
export function templatePart(template: TemplateInput): string {
  return hash(Object.fromEntries(Object.entries(template).filter(([key]) => !NOT_HEARD.has(key))));
}

export function adjustPart(adjust: Adjustment, delivery: DeliveryPreference): string {
  const startAt = adjust.startAt == null ? null : Date.parse(adjust.startAt);
  return hash({ ...adjust, startAt, delivery });
}

/** Which columns are read, and as what: also what is said where a row has nothing, and how values are spoken. */
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

/** Whose numbers, and the file their words come from. */
export function peoplePart(people: {
  readonly sha256: string;
  readonly numbersHash: string;
  readonly accepted: number;
}): string {
  return hash({ ...people });
}

/** Parts that were seen otherwise than they are now. One that was not seen, or that nobody knows here, says nothing. */
export function changedParts(
  seen: Readonly<Partial<Record<string, string>>>,
  now: Fingerprint,
  parts: readonly FingerprintPart[],
): FingerprintPart[] {
  return parts.filter((part) => Object.hasOwn(seen, part) && seen[part] !== now[part]);
}

/** 64 bits of the value, whatever the order of its keys. Not for adversaries: whoever launches may change all of it. */
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

/** JSON with sorted keys; what is absent and what is null are one. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
