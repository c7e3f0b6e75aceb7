import { nextSlot, type DialRules, type Slot, type SlotWish } from '../../shared/plan/next-slot.ts';
import { planTemplate, type AccountRules, type PlanFacts } from '../../shared/plan/plan-template.ts';
import type { Plan } from '../../shared/plan/plan-campaigns.ts';
import type { PlanFault } from '../../shared/plan/plan-faults.ts';
import type { Channel, Template } from '../../shared/template/template-schema.ts';
import type { Result } from '../../shared/result.ts';
import type { Asker, createPaceLedger } from './pace-ledger.ts';

type Ledger = ReturnType<typeof createPaceLedger>;

/** What an import is planned by. */
export interface PlanWish {
  readonly template: Template;
  readonly account: AccountRules;
  readonly facts: PlanFacts;
}

/**
 * Plans an import around the minutes promised to others, and promises it its own in the same step, so that nobody gets
 * them in between.
 */
export function promisePlan(ledger: Ledger, life: string, wish: PlanWish): Result<Plan, PlanFault> {
  const { template, account, facts } = wish;
  ledger.dropBefore(facts.now);
  const promised = ledger.promisedToOthers(template.channel, { life }, facts.now);
  const plan = planTemplate(template, account, { promised, ...facts });
  ledger.release({ life });
  if (plan.ok) for (const slot of plan.value.campaigns) ledger.promise(template.channel, { life, seq: slot.seq, slot });
  return plan;
}

/**
 * Another slot for a campaign that missed its own: after the import's other campaigns, and overlapping nobody's
 * minutes.
 */
export function promiseSlot(
  ledger: Ledger,
  asker: Required<Asker>,
  channel: Channel,
  rules: DialRules,
  wish: SlotWish,
): Result<Slot, PlanFault> {
  const slot = nextSlot(rules, { promised: ledger.promisedToOthers(channel, asker, wish.now), ...wish });
  if (slot.ok) ledger.promise(channel, { ...asker, slot: slot.value });
  return slot;
}
