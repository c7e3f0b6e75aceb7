type Facts = {
  no_contacts: object;
  pace_invalid: object;
  time_zone_unknown: object;
  window_outside_account: object;
  window_too_short: {
    readonly windowMinutes: number;
    readonly retryWaitMinutes: number;
    readonly minSpanMinutes: number;
  };
  inline_impossible: { readonly reason: 'personal_text' | 'messages' };
  lists_impossible: { readonly reason: 'duplicates' };
  too_many_campaigns: { readonly campaigns: number; readonly maxCampaigns: number };
};

/** Why there is no timetable, with the facts of it. */
export type PlanFault<C extends keyof Facts = keyof Facts> = { [K in C]: { readonly code: K } & Facts[K] }[C];

const PLAN_SENTENCES: { readonly [K in keyof Facts]: (facts: Facts[K]) => string } = {
  no_contacts: () => 'There is nobody to call. Check which rows were not accepted, and why.',
  pace_invalid: () => 'The pace is not a whole number of calls a minute. Correct CALLS_PER_MINUTE, or the template.',
  time_zone_unknown: () => 'The time zone is not known. Set TIME_ZONE to a name such as Asia/Kolkata.',
  window_outside_account: () =>
    "The template calls at hours the account does not allow. Change the template's calling hours.",
  window_too_short: ({ windowMinutes, retryWaitMinutes, minSpanMinutes }) =>
    minSpanMinutes > 0
      ? `Exotel sends messages over at least ${minSpanMinutes} minutes, and the ${windowMinutes} minutes of calling hours leave too little. Use longer calling hours.`
      : `The calls do not fit into ${windowMinutes} minutes of calling hours, of which retries wait ${retryWaitMinutes}. Use fewer or faster retries, or longer calling hours.`,
  inline_impossible: ({ reason }) =>
    reason === 'messages'
      ? 'Exotel sends messages to lists only. Leave the choice open, or ask for lists.'
      : 'A text with variables needs a list, since that is where Exotel finds their values. Leave the choice open, or ask for lists.',
  lists_impossible: () =>
    'Exotel keeps each number once in a list, and this template calls people listed twice as often as they are listed. Leave the choice open, or turn that off.',
  too_many_campaigns: ({ campaigns, maxCampaigns }) =>
    `This would take ${campaigns} campaigns, more than ${maxCampaigns}. Use a faster pace, longer calling hours or a smaller file.`,
};

/** What people read: what is wrong, then what to do. */
export function planSentence<C extends keyof Facts>(fault: PlanFault<C>): string {
  return PLAN_SENTENCES[fault.code](fault);
}
