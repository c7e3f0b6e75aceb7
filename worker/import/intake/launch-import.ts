import { err, ok } from '../../../shared/result.ts';
import { columnUnsure } from './column-unsure.ts';
import { isPersonal } from '../../../shared/template/template-schema.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { keyedFingerprint } from '../../keyed-fingerprint.ts';
import { campaignApi } from '../../exotel/campaign-api.ts';
import { newCampaignRow } from '../outbox/campaign-row.ts';
import { newListRow } from '../outbox/list-record.ts';
import { changedSince, fingerprintOf } from '../record/import-fingerprint.ts';
import { decideRow, pauseRow, resumeRow, stopRow } from '../record/import-state.ts';
import { healthNow } from '../record/watch-health.ts';
import { nameOf, planImport, toPlanView } from '../record/plan-import.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import type { AccountRules } from '../../../shared/plan/plan-template.ts';
import type { DecideRequest, LaunchRequest } from '../../../shared/protocol/import-requests.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import type { EarlierLaunch } from '../../../shared/protocol/import.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccountObject } from '../../account/account-object.ts';
import type { LaunchNotice } from '../../account/people-notices.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { TargetState } from '../outbox/next-step.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportSession } from '../record/import-session.ts';

/** True if the launch began something that the engine must now work on. */
export interface StartResult {
  readonly record: ImportRecord;
  readonly begun: boolean;
}

/**
 * A launch as somebody asks for it. `expect` is null when it is asked for together with the file, before anyone saw
 * counts.
 */
export interface LaunchInput {
  readonly expect: LaunchRequest['expect'] | null;
  /** Call these people although they were launched within a day. */
  readonly again: boolean;
  readonly user: string;
}

const REFUSED_WITH_NOTHING_LEFT: ReadonlySet<string> = new Set([
  'launched_before',
  'column_unsure',
  'spend_cap',
  'everything_stopped',
]);

/**
 * True of faults where a person must decide first: then a file that was sent and launched in one request is not kept.
 */
export function leavesNothing({ code }: Fault): boolean {
  return REFUSED_WITH_NOTHING_LEFT.has(code);
}

/**
 * Adds the import's id to a refusal, because the file is kept though it is not launched: its sender can then read why,
 * or see whom to ask.
 */
export function namingKept(fault: Fault, id: string): Fault {
  if (fault.code === 'needs_approval' && fault.details !== undefined) {
    const message = `So many contacts need a second person. The file is kept: ask for approval with POST /api/imports/${id}/ask; another launcher or admin gives it.`;
    return { ...fault, message, details: { ...fault.details, import: id } };
  }
  if (fault.code !== 'nothing_to_call') return fault;
  const message = `No row of this file can be called. Read why, row by row, with GET /api/imports/${id}/issues.`;
  return { code: 'nothing_to_call', message, details: { import: id } };
}

/** The data by which the account recognises a second launch of the same people. */
async function noticeOf(record: ImportRecord, config: Config): Promise<LaunchNotice | null> {
  if (record.check === null) return null;
  const { id: importId, name, createdBy, template } = record;
  const people = await keyedFingerprint(config, 'people', `${template.channel}\n${record.check.numbersHash}`);
  return { life: lifeOf(record), people, importId, name, createdBy };
}

/** Whether the import may be launched, and with which plan; a plan of null means that it already was. */
export function planLaunch(
  session: ImportSession,
  account: AccountRules,
  { expect }: LaunchInput,
  now: number,
  promised: readonly PaceUse[],
): Result<{ record: ImportRecord; plan: Plan | null }, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.check === null) return err({ code: 'not_checked' });
  if (record.launchedAt !== null)
    return differs(expect, record, account, session.rows().length) ?? ok({ record, plan: null });
  // A launch asked for together with the file: nobody has seen which column was taken.
  const guess = expect === null ? columnUnsure(record.check.shape) : null;
  if (guess !== null) return err(guess);
  const plan = planImport(record, account, now, promised);
  if (!plan.ok) return plan;
  return differs(expect, record, account, plan.value.campaigns.length) ?? ok({ record, plan: plan.value });
}

/**
 * Writes the outbox: one row per campaign, at the times the account promised. A second press finds the rows and changes
 * nothing. If the file was checked again in between, the launch is refused, because nobody has seen that check.
 */
export function launchImport(
  session: ImportSession,
  promised: { readonly plan: Plan; readonly of: ImportRecord },
  input: LaunchInput,
  now: number,
): Result<StartResult, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.launchedAt !== null) return ok({ record, begun: false });
  const { plan } = promised;
  if (record.check?.generation !== promised.of.check?.generation || record.template !== promised.of.template) {
    return err({
      code: 'plan_changed',
      details: { contacts: record.check?.rows.accepted ?? 0, campaigns: plan.campaigns.length },
    });
  }
  const total = plan.campaigns.length;
  const deletable = campaignApi(record.template.channel).deletes;
  const isShared = !isPersonal(record.template);
  for (const { lists, doneAt: _doneAt, pace: _pace, ...campaign } of plan.campaigns) {
    const planned = { ...campaign, name: nameOf(record, campaign.seq, total), deletable };
    session.putRow(newCampaignRow({ ...planned, lists: lists.map((range) => newListRow(record, range, isShared)) }));
  }
  const { spend } = promised.of;
  const launched = { ...record, plan: toPlanView(plan), spend, launchedAt: now, launchedBy: input.user };
  return ok({ record: session.put(launched), begun: true });
}

/**
 * What was seen must be what is sent: compares the counts, and everything else the client sent back that decides what
 * people hear and when.
 */
function differs(
  expect: LaunchRequest['expect'] | null,
  record: ImportRecord,
  account: AccountRules,
  campaigns: number,
): Result<never, Fault> | null {
  if (expect === null) return null;
  const contacts = record.check?.rows.accepted ?? 0;
  const fingerprint = fingerprintOf(record, account);
  const seen = expect.fingerprint ?? null;
  const changed = seen === null || fingerprint === null ? [] : changedSince(seen, record, fingerprint);
  if (changed.length === 0 && expect.contacts === contacts && expect.campaigns === campaigns) return null;
  const counts = { contacts, campaigns };
  return err({ code: 'plan_changed', details: seen === null ? counts : { ...counts, fingerprint, changed } });
}

const CHANGES = { pause: pauseRow, run: resumeRow, stop: stopRow };

/** Pauses, resumes or stops all campaigns. A stop is final: the import calls nobody again. */
export function steerImport(session: ImportSession, target: TargetState, now = Date.now()): Result<StartResult, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const over = session.state(record) === 'finished' || record.target === 'stop';
  if (record.launchedAt === null || (over && target !== 'stop')) return err({ code: 'not_running' });
  if (over) return ok({ record, begun: false });
  for (const row of session.rows()) session.putRow(CHANGES[target](row));
  const hold = target === 'run' ? null : record.hold;
  // Resuming also releases the brake: calls that ended before no longer count.
  const health = target === 'run' ? { samples: [healthNow(session.rows(), now)], braked: null } : record.health;
  return ok({ record: session.put({ ...record, target, hold, health, readAt: 0 }), begun: true });
}

/** A person's decision about one waiting campaign. */
export function decideCampaign(
  session: ImportSession,
  seq: number,
  request: DecideRequest,
): Result<StartResult, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const row = session.row(seq);
  const decided = row === undefined || record.target === 'stop' ? null : decideRow(row, request, record.target);
  if (decided === null) return err({ code: 'not_waiting' });
  session.putRow(decided);
  return ok({ record: session.put({ ...record, readAt: 0 }), begun: true });
}

/** Looks for an earlier launch of these people at the check, so that it is shown long before anyone presses Start. */
export async function noteEarlierLaunch(
  session: ImportSession,
  account: DurableObjectStub<AccountObject>,
  config: Config,
  record: ImportRecord,
): Promise<ImportRecord> {
  const launchedBefore = await earlierLaunch(account, config, record);
  return session.put({ ...(session.record() ?? record), launchedBefore });
}

export async function earlierLaunch(
  account: DurableObjectStub<AccountObject>,
  config: Config,
  record: ImportRecord,
): Promise<EarlierLaunch | null> {
  const notice = await noticeOf(record, config);
  return notice === null ? null : account.earlierLaunch(notice);
}

/**
 * Claims the launch at the account. Refused if somebody launched these people within a day (unless asked with "again"),
 * and while everything is stopped.
 */
export async function claimLaunch(
  account: DurableObjectStub<AccountObject>,
  config: Config,
  record: ImportRecord,
  again: boolean,
): Promise<Result<null, Fault>> {
  const notice = await noticeOf(record, config);
  return notice === null ? ok(null) : account.claimLaunch(notice, again);
}
