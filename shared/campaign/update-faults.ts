import { MAX_RETRIES, MIN_MESSAGE_SPAN_SECONDS } from '../limits.ts';

type Facts = {
  campaign_over: { readonly state: string };
  campaign_started: { readonly channel: 'voice' | 'sms'; readonly settings: readonly string[] };
  belongs_to_import: { readonly import: string; readonly settings: readonly string[] };
  not_of_channel: { readonly channel: 'voice' | 'sms'; readonly settings: readonly string[] };
  variables_not_in_list: { readonly variables: readonly string[]; readonly known: readonly string[] };
  text_in_flow: object;
  flow_and_text: object;
  menu_without_ivr: object;
  retries_out_of_range: object;
  throttle_not_below_account: { readonly callsPerMinute: number };
  starts_too_soon: { readonly minutes: number };
  ends_before_start: object;
  span_too_short: object;
  outside_calling_hours: { readonly setting: 'sendAt' | 'endAt'; readonly window: string };
  ends_another_day: { readonly window: string };
  closed_day: { readonly rule: 'weekday' | 'closed_date'; readonly date: string };
};

/** Why a campaign cannot be changed as asked, with the facts. */
export type UpdateFault<C extends keyof Facts = keyof Facts> = { [K in C]: { readonly code: K } & Facts[K] }[C];

const TIME_WORDS = { sendAt: 'start', endAt: 'end' } as const;

const UPDATE_SENTENCES: { readonly [K in keyof Facts]: (facts: Facts[K]) => string } = {
  campaign_over: () => 'This campaign is over and cannot be changed. Make a new one.',
  campaign_started: ({ channel, settings }) =>
    channel === 'sms'
      ? `These messages have started or are paused, and Exotel no longer changes them. Leave out ${settings.join(', ')}.`
      : `This campaign has started, and Exotel now changes its callback addresses only. Leave out ${settings.join(', ')}.`,
  belongs_to_import: ({ import: id, settings }) =>
    `Import ${id} follows this campaign by its name and callbacks. Leave ${settings.join(', ')} as they are.`,
  not_of_channel: ({ channel, settings }) =>
    channel === 'sms'
      ? `Messages have no ${settings.join(', ')}. Leave them out.`
      : `Calls have no ${settings.join(', ')}. Leave them out.`,
  variables_not_in_list: ({ variables, known }) =>
    `The list of this campaign has no column for ${variables.map((name) => `@@${name}`).join(', ')}. ${
      known.length === 0 ? 'Leave variables out.' : `Use ${known.map((name) => `@@${name}`).join(', ')}, or none.`
    }`,
  text_in_flow: () =>
    'This campaign plays a flow, and the flow has the words. Change the flow in Exotel, or its address here.',
  flow_and_text: () => 'A campaign plays a flow or reads a text, not both. Send one of them.',
  menu_without_ivr: () => 'Only a text with a menu (IVR) can be repeated. Leave "repeatMenu" out.',
  retries_out_of_range: () =>
    `Retry each number 0 to ${MAX_RETRIES} times, at least 1 minute apart, after at least one named result. Correct "retries".`,
  throttle_not_below_account: ({ callsPerMinute }) =>
    `Enter fewer than ${callsPerMinute} calls per minute, the account limit.`,
  starts_too_soon: ({ minutes }) =>
    `Choose a start at least ${minutes === 1 ? '1 minute' : `${minutes} minutes`} from now.`,
  ends_before_start: () => 'End time must be after start time. Choose a later end.',
  span_too_short: () =>
    `Exotel needs ${MIN_MESSAGE_SPAN_SECONDS / 3_600} hours between start and end of messages. Choose a later end.`,
  outside_calling_hours: ({ setting, window }) =>
    `The ${TIME_WORDS[setting]} is outside the calling hours that hold for this campaign (${window}): the account's, its template's and its purpose's together. Choose a time within them.`,
  ends_another_day: ({ window }) =>
    `The campaign would run through the night, outside the calling hours (${window}). Choose a start and an end on the same day.`,
  closed_day: ({ rule, date }) =>
    rule === 'weekday'
      ? `Nobody is called on this day of the week (${date}), by the settings. Choose another day.`
      : `Nobody is called on ${date}: the settings close that day. Choose another day.`,
};

/** The sentence that people read: what is wrong, then what to do. */
export function updateSentence<C extends keyof Facts>(fault: UpdateFault<C>): string {
  return UPDATE_SENTENCES[fault.code](fault);
}
