import { MAX_CAMPAIGNS_PER_IMPORT } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { chooseDelivery } from './choose-delivery.ts';
import type { Delivery, DeliveryFacts, DeliveryReason } from './choose-delivery.ts';
import { worstCaseAttempts } from './dial-time.ts';
import { contactsPerWindow, dialFault, nextSlot, windowTooShort } from './next-slot.ts';
import type { DialRules, Slot } from './next-slot.ts';
import type { PaceUse } from './free-pace.ts';
import type { PlanFault } from './plan-faults.ts';
import { toWallMs } from './zoned-time.ts';

/** A campaign holds contacts `firstContact` up to, not including, `firstContact + contacts`, counted from 0. */
type PlannedCampaign = Slot & ContactRange & { readonly seq: number; readonly lists: readonly ContactRange[] };

export type ContactRange = { readonly firstContact: number; readonly contacts: number };

/** Times are epoch milliseconds; `endsAt` is when the last call should be made; `days` are local dates with calls. */
export type Plan = {
  readonly delivery: Delivery;
  readonly reason: DeliveryReason;
  readonly campaigns: readonly PlannedCampaign[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly days: number;
  readonly worstCaseAttempts: number;
};

export type PlanInput = DialRules &
  Omit<DeliveryFacts, 'perWindow'> & {
    readonly now: number;
    /** Nobody is called before this, whatever the hours; null means as soon as possible. */
    readonly notBefore?: number | null;
    /** The pace that was promised to other imports. */
    readonly promised?: readonly PaceUse[];
    readonly maxCampaigns?: number;
  };

/**
 * Splits contacts, in order, into campaigns, and lays these one after another into calling windows, at the pace and
 * with every retry included. The split depends only on the rules; only the times depend on `now`.
 */
export function planCampaigns(input: PlanInput): Result<Plan, PlanFault> {
  const { contacts, now, promised = [], maxCampaigns = MAX_CAMPAIGNS_PER_IMPORT } = input;
  if (!Number.isSafeInteger(contacts) || contacts < 1) return err({ code: 'no_contacts' });
  const fault = dialFault(input);
  if (fault !== null) return err(fault);
  const perWindow = contactsPerWindow(input);
  if (perWindow < 1) return err(windowTooShort(input));
  const split = chooseDelivery({ ...input, perWindow });
  if (!split.ok) return split;
  const { delivery, reason, perCampaign: size, perList } = split.value;
  const total = Math.ceil(contacts / size);
  if (total > maxCampaigns) return err({ code: 'too_many_campaigns', campaigns: total, maxCampaigns });
  const campaigns: PlannedCampaign[] = [];
  const days = new Set<number>();
  let startsAt = Number.POSITIVE_INFINITY;
  let endsAt = Math.max(now, input.notBefore ?? 0);
  for (let firstContact = 0; firstContact < contacts; firstContact += size) {
    const range = { firstContact, contacts: Math.min(size, contacts - firstContact) };
    const lists = perList === null ? [] : cut(range, perList);
    const campaign = { seq: campaigns.length + 1, ...range, lists };
    const slot = nextSlot(input, { contacts: campaign.contacts, now, notBefore: endsAt, promised });
    if (!slot.ok) return slot;
    campaigns.push({ ...campaign, ...slot.value });
    days.add(Math.floor(toWallMs(slot.value.sendAt, input.timeZone) / 86_400_000));
    startsAt = Math.min(startsAt, slot.value.sendAt);
    endsAt = slot.value.doneAt;
  }
  return ok({
    delivery,
    reason,
    campaigns,
    startsAt,
    endsAt,
    days: days.size,
    worstCaseAttempts: worstCaseAttempts(contacts, input.retries),
  });
}

function cut({ firstContact, contacts }: ContactRange, size: number): ContactRange[] {
  const ranges: ContactRange[] = [];
  for (let from = 0; from < contacts; from += size) {
    ranges.push({ firstContact: firstContact + from, contacts: Math.min(size, contacts - from) });
  }
  return ranges;
}
