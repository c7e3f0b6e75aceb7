import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { withoutChanged } from '../../../shared/people/already-called.ts';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { purposeOf } from '../../../shared/people/purpose.ts';
import type { Calendar } from '../../../shared/people/calling-days.ts';
import type { Marks } from '../../../shared/people/marked-numbers.ts';
import type { ScreenHits } from '../../../shared/people/screen-answer.ts';
import type { Use } from '../../../shared/people/suppression.ts';
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

/** Asks the people room which of these people (packed numbers) must not be called. */
type ScreenPeople = (asked: {
  readonly numbers: Uint8Array;
  readonly use: Use;
  readonly life: string;
  readonly override: boolean;
  readonly template: string;
  readonly notCalledForDays: number | null;
  readonly marked: Marks | null;
}) => Promise<ScreenHits>;

/** What a check needs from outside. */
export interface CheckWorld {
  readonly session: ImportSession;
  readonly store: ImportStore;
  readonly config: Config;
  readonly screen: ScreenPeople;
  /** The days and hours of the team's settings. */
  readonly calendar: () => Promise<Calendar>;
}

export interface CheckInput {
  readonly columns?: CheckRequest['columns'];
  readonly template?: Template;
  readonly delivery?: DeliveryPreference;
  readonly adjust?: Adjustment;
  /** If left out, nobody has decided to call those called recently. */
  readonly override?: ImportRecord['override'];
  /** If left out, the earlier decision stays. */
  readonly notCalledForDays?: ImportRecord['notCalledForDays'];
  readonly unlessChanged?: boolean;
}

/** Reads the stored file against columns and a template. It fixes nothing, so it may be repeated until the launch. */
export async function checkImport(
  { session, store, config, screen, calendar: askCalendar }: CheckWorld,
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
  const calendar = await askCalendar();
  const misfit = checkAdjustment(template, adjust, { config, calendar, now: Date.now() });
  if (misfit !== null) return err(misfit);
  const generation = (record.check?.generation ?? 0) + 1;
  const { override = null, notCalledForDays = record.notCalledForDays } = request;
  const { unlessChanged = record.unlessChanged } = request;
  const use = { channel: template.channel, group: purposeOf(template) };
  const asked = {
    use,
    life: lifeOf(record),
    override: override !== null || record.test,
    template: savedTemplate.id,
    notCalledForDays,
  };
  const settings = checkSettings(config, template, columns, undefined);
  const checked = await checkFile(store, settings, generation, async (numbers, marks) => {
    const marked = unlessChanged ? marks() : null;
    return withoutChanged(await screen({ ...asked, marked, numbers: packNumbers(numbers) }));
  });
  if (!checked.ok) return failed(session, checked.error);
  // Reading the file takes a while, and somebody may have launched the previous check meanwhile.
  const current = session.record();
  if (current === null) return err({ code: 'import_not_found' });
  if (current.launchedAt !== null) return err({ code: 'already_launched' });
  const { rows, issues, shape, otherTables, sha256, numbersHash, variables, longestRowBytes, parts } = checked.value;
  const next = {
    ...current,
    columns,
    template,
    savedTemplate,
    adjust,
    override,
    notCalledForDays,
    unlessChanged,
    calendar,
    fault: null,
    approval: null,
    expiresAt: uploadExpiry(config, Date.now()),
    delivery: request.delivery ?? current.delivery,
    check: { rows, issues, shape, otherTables, sha256, numbersHash, variables, longestRowBytes, parts, generation },
  };
  const plan = planImport(next, accountRules(config, calendar), Date.now(), []);
  if (!plan.ok && plan.error.code !== 'nothing_to_call') return plan;
  session.put({ ...next, plan: plan.ok ? toPlanView(plan.value) : null });
  store.clearChecksBefore(generation);
  return ok(next);
}

/** Adjustments to one import must obey the account's rules, like a template's settings. */
function checkAdjustment(
  template: Template,
  adjust: Adjustment,
  { config, calendar, now }: { readonly config: Config; readonly calendar: Calendar; readonly now: number },
): Fault | null {
  const all = accountIssues(template, accountRules(config, calendar));
  // A saved template may have hours beyond the account's, which may have changed since; such hours are narrowed, not
  // refused.
  const issues = all.filter(({ code }) => code !== 'window_outside_account' || adjust.window != null);
  if (issues.length > 0) return { code: 'invalid_template', details: issues };
  const latest = now + MAX_START_AHEAD_DAYS * 86_400_000;
  return adjust.startAt != null && Date.parse(adjust.startAt) > latest ? { code: 'start_too_late' } : null;
}

/** The file stays, because it may be readable with other columns; its owner sees why this check failed. */
function failed(session: ImportSession, fault: Fault): Result<never, Fault> {
  const record = session.record();
  if (record !== null && record.check === null) {
    session.put({ ...record, fault: { code: fault.exact ?? fault.code, message: messageOf(fault) } });
  }
  return err(fault);
}
