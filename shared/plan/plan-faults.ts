type Facts = {
  no_contacts: object;
  pace_invalid: object;
  time_zone_unknown: object;
  window_outside_account: object;
  window_outside_purpose: { readonly purpose: string; readonly purposeWindow: string };
  no_open_day: object;
  window_too_short: {
    readonly windowMinutes: number;
    readonly retryWaitMinutes: number;
    readonly minSpanMinutes: number;
  };
  inline_impossible: { readonly reason: 'personal_text' | 'messages' };
  lists_impossible: { readonly reason: 'duplicates' };
  too_many_campaigns: { readonly campaigns: number; readonly maxCampaigns: number };
};

/** Why there is no timetable, with the facts. */
export type PlanFault<C extends keyof Facts = keyof Facts> = { [K in C]: { readonly code: K } & Facts[K] }[C];

const PLAN_SENTENCES: { readonly [K in keyof Facts]: (facts: Facts[K]) => string } = {
  no_contacts: () => 'There is nobody to call. Check which rows are left out, and why.',
  pace_invalid: () => 'The pace is not a whole number of calls per minute. Correct CALLS_PER_MINUTE, or the template.',
  time_zone_unknown: () => 'The time zone is not known. Set TIME_ZONE to a name such as Asia/Kolkata.',
  window_outside_account: () =>
    "The template's calling hours are outside those of the account. Change the template's calling hours.",
  window_outside_purpose: ({ purpose, purposeWindow }) =>
    `Calls of the purpose "${purpose}" may be made from ${purposeWindow} only, and the other calling hours leave nothing of that. Change the calling hours, or the purpose.`,
  no_open_day: () => 'The settings close every day of the coming year. Open a weekday, or take out closed dates.',
  window_too_short: ({ windowMinutes, retryWaitMinutes, minSpanMinutes }) =>
    minSpanMinutes > 0
      ? `Exotel needs at least ${minSpanMinutes} minutes to send messages, and the calling hours have ${windowMinutes}. Use longer calling hours.`
      : `The calls and ${retryWaitMinutes} minutes of waiting for retries do not fit into ${windowMinutes} minutes of calling hours. Use fewer or faster retries, or longer calling hours.`,
  inline_impossible: ({ reason }) =>
    reason === 'messages'
      ? 'Exotel sends messages to lists only. Choose lists, or leave the choice to Dialsheet.'
      : 'A text with variables needs lists. Choose lists, or leave the choice to Dialsheet.',
  lists_impossible: () =>
    'A list keeps each number once, and this template calls duplicates more than once. Turn off duplicate calls, or leave the choice to Dialsheet.',
  too_many_campaigns: ({ campaigns, maxCampaigns }) =>
    `This needs ${campaigns} campaigns, and at most ${maxCampaigns} are allowed. Use a faster pace, longer calling hours or a smaller file.`,
};

/** The sentence that people read: what is wrong, then what to do. */
export function planSentence<C extends keyof Facts>(fault: PlanFault<C>): string {
  return PLAN_SENTENCES[fault.code](fault);
}
