import {
  accountPart,
  adjustPart,
  changedParts,
  columnsPart,
  FINGERPRINT_PARTS,
  peoplePart,
  templatePart,
  type Fingerprint,
  type FingerprintPart,
} from '../../../shared/plan/launch-fingerprint.ts';
import type { AccountRules } from '../../../shared/plan/plan-template.ts';
import type { ImportRecord } from './import-record.ts';

/** The fingerprint of what the last check read and what a launch would send; null before any check. */
export function fingerprintOf(record: ImportRecord, account: AccountRules): Fingerprint | null {
  const { check, savedTemplate, template, adjust, delivery } = record;
  if (check === null) return null;
  const { sha256, numbersHash, rows, shape, variables } = check;
  return {
    template: templatePart(savedTemplate ?? template),
    adjust: adjustPart(adjust, delivery),
    columns: columnsPart(shape, variables),
    account: accountPart(account),
    people: peoplePart({ sha256, numbersHash, accepted: rows.accepted }),
  };
}

/** After the launch the account's settings no longer decide anything, so that a repeated press still matches. */
const FROZEN = FINGERPRINT_PARTS.filter((part) => part !== 'account');

/** Which parts differ from what somebody saw. */
export function changedSince(
  seen: Readonly<Record<string, string>>,
  record: ImportRecord,
  now: Fingerprint,
): FingerprintPart[] {
  return changedParts(seen, now, record.launchedAt === null ? FINGERPRINT_PARTS : FROZEN);
}
