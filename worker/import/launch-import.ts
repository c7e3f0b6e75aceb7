import { err, ok, type Result } from '../../shared/result.ts';
import { newCampaignRow } from './campaign-row.ts';
import { pauseRow, resumeRow, stopRow } from './import-state.ts';
import { nameOf, planImport, toPlanView, type AccountRules } from './plan-import.ts';
import type { LaunchRequest } from '../../shared/protocol/import.ts';
import type { Fault } from '../errors.ts';
import type { ImportBook } from './import-book.ts';
import type { ImportRecord } from './import-record.ts';
import type { Desire } from './next-step.ts';

/** Whether anything began that the engine must now see to. */
export interface Begun {
  readonly record: ImportRecord;
  readonly begun: boolean;
}

/**
 * Writes the outbox: one row a campaign. Idempotent: the second press finds it written. `expect` holds the counts the
 * user saw; null is a launch asked for together with the file, before anyone saw anything.
 */
export function launchImport(
  book: ImportBook,
  account: AccountRules,
  expect: LaunchRequest['expect'] | null,
  by: { readonly user: string; readonly now: number },
): Result<Begun, Fault> {
  const record = book.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.check === null) return err({ code: 'not_checked' });
  const contacts = record.check.rows.accepted;
  if (record.launchedAt !== null) {
    const campaigns = book.rows().length;
    return differs(expect, contacts, campaigns) ?? ok({ record, begun: false });
  }
  const plan = planImport(record, account, by.now);
  if (!plan.ok) return plan;
  const total = plan.value.campaigns.length;
  const changed = differs(expect, contacts, total);
  if (changed !== null) return changed;
  for (const { seq, firstContact, contacts: size, sendAt, endAt } of plan.value.campaigns) {
    book.putRow(newCampaignRow({ seq, name: nameOf(record, seq, total), firstContact, contacts: size, sendAt, endAt }));
  }
  const launched = { ...record, plan: toPlanView(plan.value), launchedAt: by.now, launchedBy: by.user };
  return ok({ record: book.put(launched), begun: true });
}

function differs(expect: LaunchRequest['expect'] | null, contacts: number, campaigns: number) {
  if (expect === null || (expect.contacts === contacts && expect.campaigns === campaigns)) return null;
  return err({ code: 'plan_changed' as const, details: { contacts, campaigns } });
}

const CHANGES = { pause: pauseRow, run: resumeRow, stop: stopRow };

/** Pause, resume or stop over all campaigns. A stop is final: an import that was stopped calls nobody again. */
export function steerImport(book: ImportBook, desire: Desire): Result<Begun, Fault> {
  const record = book.record();
  if (record === null) return err({ code: 'import_not_found' });
  const over = book.state(record) === 'finished' || record.desire === 'stop';
  if (record.launchedAt === null || (over && desire !== 'stop')) return err({ code: 'not_running' });
  if (over) return ok({ record, begun: false });
  for (const row of book.rows()) book.putRow(CHANGES[desire](row));
  const hold = desire === 'run' ? null : record.hold;
  return ok({ record: book.put({ ...record, desire, hold, readAt: 0 }), begun: true });
}
