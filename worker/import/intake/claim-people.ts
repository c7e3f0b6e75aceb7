import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { keysOf } from '../../../shared/people/key-meaning.ts';
import { purposeOf } from '../../../shared/people/purpose.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { contactNumbers, markedNumbers } from '../record/stored-numbers.ts';
import { statusHeading } from '../../../shared/contacts/cells/status-mark.ts';
import { outgoingOf } from '../record/plan-import.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import type { Claim } from '../../people/ledger-store.ts';
import type { Launch } from '../../people/people-object.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';

/** Who calls with which import and template, and how often each number: what the people room stores. */
export function claimOf(record: ImportRecord, by: string): Omit<Claim, 'at' | 'confirmed' | 'heading'> {
  const { template } = record;
  return {
    life: lifeOf(record),
    importId: record.id,
    template: template.id,
    name: record.name,
    by,
    channel: template.channel,
    attempts: template.channel === 'voice' ? 1 + template.retries.count : 1,
    keys: keysOf(template),
  };
}

/** What a launch reserves: everybody it calls, by campaign, with the number of attempts. */
export function launchOf(
  store: ImportStore,
  record: ImportRecord,
  campaigns: readonly Pick<Plan['campaigns'][number], 'seq' | 'firstContact' | 'contacts'>[],
  by: string,
): Launch {
  const { template, check, override, notCalledForDays, unlessChanged } = record;
  const generation = check?.generation ?? 0;
  const marked = check === null ? null : markedNumbers(store, generation, check.rows.accepted);
  return {
    ...claimOf(record, by),
    group: purposeOf(template),
    override: override !== null,
    notCalledForDays,
    unlessChanged,
    statusHeading: check === null || marked === null ? 0 : statusHeading(check.shape),
    parts: outgoingOf(record).parts,
    campaigns: campaigns.map(({ seq, firstContact, contacts }) => {
      const numbers = contactNumbers(store, generation, firstContact, contacts).sort();
      return { seq, contacts, numbers: packNumbers(numbers), statuses: marked?.among(numbers) ?? null };
    }),
  };
}
