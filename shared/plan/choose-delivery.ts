import {
  CONTACTS_PER_SHARED_LIST,
  MAX_CONTACTS_PER_CAMPAIGN,
  MAX_CONTACTS_PER_DYNAMIC_LIST,
  MAX_CONTACTS_PER_STATIC_LIST,
  MAX_INLINE_CAMPAIGNS,
  MAX_LIST_FILE_BYTES,
  MAX_LISTS_PER_CAMPAIGN,
  MAX_NUMBERS_PER_CAMPAIGN,
} from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { PlanFault } from './plan-faults.ts';

/**
 * How a campaign's contacts reach Exotel: inside the create call, as lists with the same text for all, or as one list
 * with values.
 */
export const DELIVERIES = ['inline', 'static', 'dynamic'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What a user may ask for; with `auto` the split decides. */
export const WISHES = ['auto', 'inline', 'lists'] as const;
export type DeliveryPreference = (typeof WISHES)[number];

/** Why this delivery was chosen. */
export const DELIVERY_REASONS = [
  'few_contacts',
  'many_contacts',
  'personal_text',
  'messages',
  'duplicates',
  'wished',
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

/** The most contacts in one campaign and in one of its lists; null if there are no lists. */
export type Split = {
  readonly delivery: Delivery;
  readonly reason: DeliveryReason;
  readonly perCampaign: number;
  readonly perList: number | null;
};

export type DeliveryFacts = {
  readonly contacts: number;
  /** How many contacts fit into one day's calling window. */
  readonly perWindow: number;
  readonly channel: 'voice' | 'sms';
  readonly personal: boolean;
  readonly callDuplicates: boolean;
  /** Bytes of the longest row in a list, line end included. */
  readonly longestRowBytes: number;
  readonly wish: DeliveryPreference;
};

/**
 * Chooses by template and file. Voice campaigns are sent inline if possible: Exotel answers at once whether it accepts
 * the numbers, while a list is processed later and only counted. Personal text and messages leave no choice.
 */
export function chooseDelivery(facts: DeliveryFacts): Result<Split, PlanFault> {
  const { contacts, perWindow, wish } = facts;
  if (facts.personal || facts.channel === 'sms') {
    const reason = facts.personal ? 'personal_text' : 'messages';
    if (wish === 'inline') return err({ code: 'inline_impossible', reason });
    return ok(facts.personal ? dynamicSplit(facts) : staticSplit(perWindow, reason));
  }
  if (facts.callDuplicates && wish === 'lists') return err({ code: 'lists_impossible', reason: 'duplicates' });
  const perCampaign = Math.min(MAX_NUMBERS_PER_CAMPAIGN, perWindow);
  const many = contacts > perCampaign * MAX_INLINE_CAMPAIGNS && perWindow > perCampaign;
  const lists = wish === 'lists' || (wish === 'auto' && many && !facts.callDuplicates);
  if (lists) return ok(staticSplit(perWindow, wish === 'lists' ? 'wished' : 'many_contacts'));
  const reason = wish === 'inline' ? 'wished' : many ? 'duplicates' : 'few_contacts';
  return ok({ delivery: 'inline', reason, perCampaign, perList: null });
}

/**
 * Lists have one size throughout the file, so that another template finds the same ones; campaigns consist of whole
 * lists.
 */
function staticSplit(perWindow: number, reason: DeliveryReason): Split {
  const perList = Math.min(CONTACTS_PER_SHARED_LIST, MAX_CONTACTS_PER_STATIC_LIST, perWindow);
  const most = Math.min(perWindow, MAX_CONTACTS_PER_CAMPAIGN);
  const lists = Math.min(MAX_LISTS_PER_CAMPAIGN, Math.floor(most / perList));
  return { delivery: 'static', reason, perCampaign: perList * lists, perList };
}

function dynamicSplit({ perWindow, longestRowBytes }: DeliveryFacts): Split {
  const perList = Math.min(
    perWindow,
    MAX_CONTACTS_PER_CAMPAIGN,
    MAX_CONTACTS_PER_DYNAMIC_LIST,
    Math.max(1, Math.floor(MAX_LIST_FILE_BYTES / Math.max(1, longestRowBytes))),
  );
  return { delivery: 'dynamic', reason: 'personal_text', perCampaign: perList, perList };
}

type ReasonFacts = { readonly campaigns: number; readonly lists: number };

const REASONS: { readonly [R in DeliveryReason]: (facts: ReasonFacts) => string } = {
  few_contacts: () => 'The numbers travel inside each campaign, which Exotel checks at once.',
  many_contacts: ({ lists }) =>
    `So many contacts go to Exotel as ${lists} ${lists === 1 ? 'list' : 'lists'} first: fewer and larger campaigns, each as long as a day of calling hours allows.`,
  personal_text: ({ lists }) =>
    `The text has variables, so each campaign gets a list with only the columns they use (${lists} in all).`,
  messages: ({ lists }) => `Exotel sends messages to lists only: ${lists} ${lists === 1 ? 'is' : 'are'} made.`,
  duplicates: () => 'People listed twice are called twice, which only campaigns with their own numbers can do.',
  wished: () => 'As you chose.',
};

/** The sentence that tells people why contacts are delivered this way. */
export function deliverySentence(reason: DeliveryReason, facts: ReasonFacts): string {
  return REASONS[reason](facts);
}
