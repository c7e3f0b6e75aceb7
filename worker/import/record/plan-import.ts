import { campaignName } from '../../../shared/plan/campaign-name.ts';
import { deliverySentence } from '../../../shared/plan/choose-delivery.ts';
import type { Plan } from '../../../shared/plan/plan-campaigns.ts';
import { planTemplate, type AccountRules, type PlanFacts } from '../../../shared/plan/plan-template.ts';
import { countMessageParts } from '../../../shared/template/message-parts.ts';
import { templateText } from '../../../shared/template/template-schema.ts';
import type { Outgoing } from '../../../shared/people/spend.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import { planSentence, type PlanFault } from '../../../shared/plan/plan-faults.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { PlanView } from '../../../shared/protocol/import.ts';
import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import type { Fault } from '../../errors.ts';
import type { ImportRecord } from './import-record.ts';
import { lifeOf } from '../../../shared/campaign/name-token.ts';

/**
 * The plan for the accepted contacts as of `now`, around the minutes promised to others. Refused if nobody in the file
 * can be called.
 */
export function planImport(
  record: ImportRecord,
  account: AccountRules,
  now: number,
  promised: readonly PaceUse[],
): Result<Plan, Fault> {
  const facts = planFacts(record, now);
  if (facts.contacts === 0) return err({ code: 'nothing_to_call' });
  const plan = planTemplate(record.template, account, { promised, ...facts });
  return plan.ok ? plan : err(planFaultOf(plan.error));
}

/** What decides an import's plan, beside its template. */
export function planFacts({ check, delivery, adjust, test }: ImportRecord, now: number): PlanFacts {
  return {
    contacts: check?.rows.accepted ?? 0,
    longestRowBytes: check?.longestRowBytes ?? 0,
    wish: delivery,
    notBefore: adjust.startAt == null ? null : Date.parse(adjust.startAt),
    now,
    ...besideOthers({ test }),
  };
}

/** Minutes promised to others, which a test call ignores: it is one call, and a person is waiting for it. */
export function besideOthers({ test }: Pick<ImportRecord, 'test'>): { readonly promised?: readonly PaceUse[] } {
  return test ? { promised: [] } : {};
}

/** What decides an import's cost, beside prices. */
export function outgoingOf({ check, template }: ImportRecord): Outgoing {
  const { channel } = template;
  const contacts = check?.rows.accepted ?? 0;
  if (channel === 'voice') return { channel, contacts, parts: null };
  // An earlier version did not count parts, so the text's own length is used, without anybody's values.
  return { channel, contacts, parts: check?.parts ?? contacts * countMessageParts(templateText(template) ?? '') };
}

export function planFaultOf(fault: PlanFault): Fault {
  const { code, ...details } = fault;
  return { code: 'unplannable', exact: code, message: planSentence(fault), details };
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

/** The planned campaigns as views, before any of them exists. */
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
