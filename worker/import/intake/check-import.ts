import { err, ok, type Result } from '../../../shared/result.ts';
import { checkFile } from './check-file.ts';
import { accountRules, checkSettings, uploadExpiry } from '../record/import-settings.ts';
import { planImport, toPlanView } from '../record/plan-import.ts';
import type { CheckRequest } from '../../../shared/protocol/import-requests.ts';
import type { DeliveryPreference } from '../../../shared/plan/choose-delivery.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { Config } from '../../config.ts';
import { MAX_START_AHEAD_DAYS } from '../../../shared/limits.ts';
import { accountIssues } from '../../../shared/template/account-issues.ts';
import { adjustTemplate, type Adjustment } from '../../../shared/template/adjust-template.ts';
import { messageOf, type Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';

export interface CheckInput {
  readonly columns?: CheckRequest['columns'];
  readonly template?: Template;
  readonly delivery?: DeliveryPreference;
  readonly adjust?: Adjustment;
}

/** Reads the stored file against columns and a template, and freezes nothing: it may be repeated until the launch. */
export async function checkImport(
  session: ImportSession,
  store: ImportStore,
  config: Config,
  request: CheckInput,
): Promise<Result<ImportRecord, Fault>> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.launchedAt !== null) return err({ code: 'already_launched' });
  const received = store.received();
  if (record.isArriving || received < record.fileBytes)
    return err({ code: 'upload_incomplete', details: { offset: received } });
  const columns = request.columns ?? record.columns;
  const adjust = request.adjust ?? record.adjust;
  const savedTemplate = request.template ?? record.savedTemplate ?? record.template;
  const template = adjustTemplate(savedTemplate, adjust);
  const misfit = checkAdjustment(template, adjust, config, Date.now());
  if (misfit !== null) return err(misfit);
  const generation = (record.check?.generation ?? 0) + 1;
  const checked = await checkFile(store, checkSettings(config, template, columns, undefined), generation);
  if (!checked.ok) return failed(session, checked.error);
  // The file took a while to read: someone may have launched what the last check found.
  const current = session.record();
  if (current === null) return err({ code: 'import_not_found' });
  if (current.launchedAt !== null) return err({ code: 'already_launched' });
  const { rows, issues, shape, otherTables, sha256, numbersHash, variables, longestRowBytes } = checked.value;
  const next = {
    ...current,
    columns,
    template,
    savedTemplate,
    adjust,
    fault: null,
    approval: null,
    expiresAt: uploadExpiry(config, Date.now()),
    delivery: request.delivery ?? current.delivery,
    check: { rows, issues, shape, otherTables, sha256, numbersHash, variables, longestRowBytes, generation },
  };
  const plan = planImport(next, accountRules(config), Date.now(), []);
  if (!plan.ok && plan.error.code !== 'nothing_to_call') return plan;
  session.put({ ...next, plan: plan.ok ? toPlanView(plan.value) : null });
  store.clearChecksBefore(generation);
  return ok(next);
}

/** The rules of the account hold for what one import does otherwise, as for a template. */
function checkAdjustment(template: Template, adjust: Adjustment, config: Config, now: number): Fault | null {
  const account = { callsPerMinute: config.CALLS_PER_MINUTE, window: config.CALLING_WINDOW };
  const issues = accountIssues(template, account);
  if (issues.length > 0) return { code: 'invalid_template', details: issues };
  const latest = now + MAX_START_AHEAD_DAYS * 86_400_000;
  return adjust.startAt != null && Date.parse(adjust.startAt) > latest ? { code: 'start_too_late' } : null;
}

/** The file stays: other columns may read it, and its owner sees why this check could not. */
function failed(session: ImportSession, fault: Fault): Result<never, Fault> {
  const record = session.record();
  if (record !== null && record.check === null) {
    session.put({ ...record, fault: { code: fault.exact ?? fault.code, message: messageOf(fault) } });
  }
  return err(fault);
}
