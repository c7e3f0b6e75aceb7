import { err, ok, type Result } from '../../../shared/result.ts';
import { isSamePerson } from '../../../shared/team/roles.ts';
import { planLaunch, type LaunchInput } from './launch-import.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import type { AccountRules } from '../../../shared/plan/plan-template.ts';
import type { Fault } from '../../errors.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportSession } from '../record/import-session.ts';

const OWN = 'Whoever asked for a start cannot approve it. Let another launcher or admin look at it.';

/** Whether a start of so many contacts needs a second person; `above` null means never. */
export function needsApproval(record: ImportRecord, above: number | null): Fault | null {
  const contacts = record.check?.rows.accepted ?? 0;
  if (above === null || contacts <= above || record.launchedAt !== null) return null;
  return { code: 'needs_approval', details: { contacts, approveAbove: above } };
}

/** Asks for somebody else to start what the asker saw; asking again renews the request. */
export function askToStart(
  session: ImportSession,
  account: AccountRules,
  input: LaunchInput,
  now: number,
  promised: readonly PaceUse[],
): Result<ImportRecord, Fault> {
  const planned = planLaunch(session, account, input, now, promised);
  if (!planned.ok) return planned;
  const { record, plan } = planned.value;
  if (plan === null) return err({ code: 'already_launched' });
  return ok(session.put({ ...record, approval: { state: 'asked', by: input.user, at: now, note: null } }));
}

/**
 * Why this person may not approve the start: nobody asks for it any more, or they asked for it themselves. Null when
 * they may.
 */
export function refusalToApprove(record: ImportRecord | null, user: string): Fault | null {
  if (record === null) return { code: 'import_not_found' };
  if (record.launchedAt !== null) return { code: 'already_launched' };
  if (record.approval?.state !== 'asked') return { code: 'not_asked' };
  return isSamePerson(record.approval.by, user) ? { code: 'not_allowed', message: OWN } : null;
}

export function sendBack(session: ImportSession, user: string, note: string, now: number): Result<ImportRecord, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.launchedAt !== null) return err({ code: 'already_launched' });
  if (record.approval?.state !== 'asked') return err({ code: 'not_asked' });
  return ok(session.put({ ...record, approval: { state: 'sent_back', by: user, at: now, note } }));
}

/** Notes who approved the start and who had asked for it, so that it can be read later. */
export function noteApproval(session: ImportSession, record: ImportRecord, user: string, now: number): ImportRecord {
  const approval = { state: 'approved', by: user, at: now, note: null } as const;
  return session.put({ ...record, approval: { ...approval, ...(record.approval && { askedBy: record.approval.by }) } });
}

/** A file that is checked again is no longer what somebody asked to start. */
export function cancelAsking(session: ImportSession): void {
  const record = session.record();
  if (record !== null && record.approval !== null && record.launchedAt === null)
    session.put({ ...record, approval: null });
}
