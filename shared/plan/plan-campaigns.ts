import { MAX_CAMPAIGNS_PER_IMPORT, MAX_NUMBERS_PER_CAMPAIGN } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { worstCaseAttempts } from './dial-time.ts';
import { contactsPerWindow, dialFault, nextSlot, windowTooShort } from './next-slot.ts';
import type { DialRules, Slot } from './next-slot.ts';
import type { PlanFault } from './plan-faults.ts';
import { toWallMs } from './zoned-time.ts';

/** `firstContact` counts from 0: a campaign holds contacts `firstContact` up to `firstContact + contacts`. */
type PlannedCampaign = Slot & { readonly seq: number; readonly contacts: number; readonly firstContact: number };

/** Times are epoch milliseconds; `endsAt` is when the last call should be made; `days` are local dates with calls. */
export type Plan = {
  readonly campaigns: readonly PlannedCampaign[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly days: number;
  readonly worstCaseAttempts: number;
};

export type PlanInput = DialRules & {
  readonly contacts: number;
  readonly now: number;
  readonly limits?: { readonly numbersPerCampaign: number; readonly campaigns: number };
};

const LIMITS = { numbersPerCampaign: MAX_NUMBERS_PER_CAMPAIGN, campaigns: MAX_CAMPAIGNS_PER_IMPORT };

/**
 * Splits contacts, in order, into campaigns and lays them one after another into calling windows, at the pace and with
 * every retry counted. The split depends on nothing but the rules; only the times depend on `now`.
 */
export function planCampaigns(input: PlanInput): Result<Plan, PlanFault> {
  const { contacts, now, limits = LIMITS } = input;
  if (!Number.isSafeInteger(contacts) || contacts < 1) return err({ code: 'no_contacts' });
  const fault = dialFault(input);
  if (fault !== null) return err(fault);
  const size = Math.min(limits.numbersPerCampaign, contactsPerWindow(input));
  if (size < 1) return err(windowTooShort(input));
  const total = Math.ceil(contacts / size);
  if (total > limits.campaigns) {
    return err({ code: 'too_many_campaigns', campaigns: total, maxCampaigns: limits.campaigns });
  }
  const campaigns: PlannedCampaign[] = [];
  const days = new Set<number>();
  let startsAt = Number.POSITIVE_INFINITY;
  let endsAt = now;
  for (let firstContact = 0; firstContact < contacts; firstContact += size) {
    const campaign = { seq: campaigns.length + 1, contacts: Math.min(size, contacts - firstContact), firstContact };
    const slot = nextSlot(input, { contacts: campaign.contacts, now, notBefore: endsAt });
    if (!slot.ok) return slot;
    campaigns.push({ ...campaign, ...slot.value });
    days.add(Math.floor(toWallMs(slot.value.sendAt, input.timeZone) / 86_400_000));
    startsAt = Math.min(startsAt, slot.value.sendAt);
    endsAt = slot.value.doneAt;
  }
  return ok({
    campaigns,
    startsAt,
    endsAt,
    days: days.size,
    worstCaseAttempts: worstCaseAttempts(contacts, input.retries),
  });
}
