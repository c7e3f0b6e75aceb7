import { effectiveWindow } from '../../shared/plan/calling-window.ts';
import { campaignName } from '../../shared/plan/campaign-name.ts';
import { planCampaigns, type Plan } from '../../shared/plan/plan-campaigns.ts';
import { planSentence } from '../../shared/plan/plan-faults.ts';
import { noOutcomes } from '../../shared/protocol/outcomes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CallingWindow } from '../../shared/plan/calling-window.ts';
import type { DialRules } from '../../shared/plan/next-slot.ts';
import type { CampaignView, PlanView } from '../../shared/protocol/import.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { Fault } from '../errors.ts';
import type { ImportRecord } from './import-record.ts';

/** What of the account's settings decides when calls are made. */
export interface AccountRules {
  readonly window: CallingWindow;
  readonly timeZone: string;
  readonly callsPerMinute: number;
}

export function dialRules(template: Template, account: AccountRules): Result<DialRules, Fault> {
  const window = effectiveWindow(template.window, account.window);
  if (!window.ok) {
    return err({
      code: 'unplannable',
      exact: 'window_outside_account',
      message: "The template calls at hours the account does not allow. Change the template's calling hours.",
    });
  }
  const { timeZone, callsPerMinute } = account;
  return ok({ retries: template.retries, throttle: template.throttle, window: window.value, timeZone, callsPerMinute });
}

/** The plan for the accepted contacts as of `now`; a file nobody of whom can be called has none. */
export function planImport(record: ImportRecord, account: AccountRules, now: number): Result<Plan, Fault> {
  const contacts = record.check?.rows.accepted ?? 0;
  if (contacts === 0) return err({ code: 'nothing_to_call' });
  const rules = dialRules(record.template, account);
  if (!rules.ok) return rules;
  const plan = planCampaigns({ ...rules.value, contacts, now });
  if (plan.ok) return plan;
  const { code, ...details } = plan.error;
  return err({ code: 'unplannable', exact: code, message: planSentence(plan.error), details });
}

export function toPlanView(plan: Plan): PlanView {
  return {
    campaigns: plan.campaigns.length,
    startsAt: new Date(plan.startsAt).toISOString(),
    endsAt: new Date(plan.endsAt).toISOString(),
    days: plan.days,
    worstCaseAttempts: plan.worstCaseAttempts,
  };
}

export function nameOf(record: ImportRecord, seq: number, total: number): string {
  return campaignName({ importName: record.name, importId: record.id, seq, total });
}

/** The planned campaigns as they will look, before any of them exists. */
export function toPlannedViews(record: ImportRecord, plan: Plan): CampaignView[] {
  return plan.campaigns.map((campaign) => ({
    seq: campaign.seq,
    name: nameOf(record, campaign.seq, plan.campaigns.length),
    sid: null,
    state: 'planned',
    contacts: campaign.contacts,
    sendAt: new Date(campaign.sendAt).toISOString(),
    endAt: new Date(campaign.endAt).toISOString(),
    outcomes: noOutcomes(),
  }));
}
