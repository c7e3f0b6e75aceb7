import { campaignName } from '../../../shared/plan/campaign-name.ts';
import { deliverySentence } from '../../../shared/plan/choose-delivery.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { planTemplate, type AccountRules } from '../../../shared/plan/plan-template.ts';
import { planSentence } from '../../../shared/plan/plan-faults.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { PlanView } from '../../../shared/protocol/import.ts';
import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import type { Fault } from '../../errors.ts';
import type { ImportRecord } from './import-record.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';

/** The plan for the accepted contacts as of `now`; a file nobody of whom can be called has none. */
export function planImport(record: ImportRecord, account: AccountRules, now: number): Result<Plan, Fault> {
  const contacts = record.check?.rows.accepted ?? 0;
  if (contacts === 0) return err({ code: 'nothing_to_call' });
  const { template, delivery: wish } = record;
  const plan = planTemplate(template, account, {
    contacts,
    longestRowBytes: record.check?.longestRowBytes ?? 0,
    wish,
    notBefore: record.adjust.startAt == null ? null : Date.parse(record.adjust.startAt),
    now,
  });
  if (plan.ok) return plan;
  const { code, ...details } = plan.error;
  return err({ code: 'unplannable', exact: code, message: planSentence(plan.error), details });
}

export function toPlanView(plan: Plan): PlanView {
  const campaigns = plan.campaigns.length;
  const lists = plan.campaigns.reduce((sum, campaign) => sum + campaign.lists.length, 0);
  return {
    delivery: plan.delivery,
    reason: plan.reason,
    why: deliverySentence(plan.reason, { campaigns, lists }),
    lists,
    campaigns,
    startsAt: new Date(plan.startsAt).toISOString(),
    endsAt: new Date(plan.endsAt).toISOString(),
    days: plan.days,
    worstCaseAttempts: plan.worstCaseAttempts,
  };
}

export function nameOf(record: ImportRecord, seq: number, total: number): string {
  return campaignName({ importName: record.name, life: lifeOf(record), seq, total });
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
    lists: [],
  }));
}
