import {
  MAX_CUSTOM_FIELD_CHARS,
  MAX_GREETING_CHARS,
  MAX_MENU_REPEATS,
  MAX_MESSAGE_CHARS,
  MAX_NAME_CHARS,
  MAX_RETRIES,
  MAX_RETRY_INTERVAL_MINUTES,
  MAX_SENDER_ID_CHARS,
  MAX_VARIABLE_NAME_CHARS,
  MAX_VARIABLES,
  MIN_CAMPAIGN_NAME_CHARS,
} from '../limits.ts';

export type TemplateIssueCode =
  | 'required'
  | 'wrong_type'
  | 'unknown_setting'
  | 'channel_unknown'
  | 'flow_kind_unknown'
  | 'name_too_short'
  | 'name_too_long'
  | 'name_unprintable'
  | 'caller_id_malformed'
  | 'flow_url_malformed'
  | 'text_empty'
  | 'text_too_long'
  | 'variable_malformed'
  | 'too_many_variables'
  | 'duplicates_in_personal_text'
  | 'message_too_long'
  | 'sms_type_unknown'
  | 'sender_id_not_letters'
  | 'sender_id_not_digits'
  | 'dlt_id_malformed'
  | 'menu_repeats_out_of_range'
  | 'retry_count_out_of_range'
  | 'retry_interval_out_of_range'
  | 'retry_interval_missing'
  | 'retry_mechanism_unknown'
  | 'retry_status_unknown'
  | 'retry_statuses_missing'
  | 'retry_status_repeated'
  | 'window_malformed'
  | 'window_empty'
  | 'window_crosses_midnight'
  | 'window_outside_account'
  | 'throttle_out_of_range'
  | 'throttle_not_below_account'
  | 'custom_field_too_long';

export type TemplateFacts = {
  readonly setting?: string;
  readonly expected?: string;
  readonly accountWindow?: string;
  readonly accountCallsPerMinute?: number;
};

/** What people read for each code: what is wrong, then what to do. */
export const TEMPLATE_SENTENCES: Record<TemplateIssueCode, (facts: TemplateFacts) => string> = {
  required: () => 'Enter a value.',
  wrong_type: ({ expected }) => `This setting is not of type ${expected ?? 'expected'}. Change its value.`,
  unknown_setting: ({ setting }) =>
    `"${setting ?? ''}" is not a setting of a template. Remove it, or check its spelling.`,
  channel_unknown: () => 'This channel is not supported. Use "voice" or "sms".',
  flow_kind_unknown: () => 'The call needs one of three kinds. Use "flow", "greeting" or "ivr".',
  name_too_short: () => `Enter a name (${MIN_CAMPAIGN_NAME_CHARS} characters or more).`,
  name_too_long: () => `The name is too long. Use at most ${MAX_NAME_CHARS} characters.`,
  name_unprintable: () => 'The name holds a line break or another control character. Remove it.',
  caller_id_malformed: () =>
    'Choose a number to call from: an ExoPhone of your account, such as 08088919888 or +918088919888.',
  flow_url_malformed: () =>
    'This is not the address of an Exotel flow. It looks like http://my.exotel.com/<account sid>/exoml/start_voice/<app id>.',
  text_empty: () => 'Enter the message.',
  text_too_long: () => `The text is too long. Use at most ${MAX_GREETING_CHARS} characters.`,
  variable_malformed: () =>
    `A variable is @@ and the heading of a column, at most ${MAX_VARIABLE_NAME_CHARS} characters, such as @@Name. Correct it, or remove the @@.`,
  too_many_variables: () => `Exotel fills in at most ${MAX_VARIABLES} different variables. Use fewer.`,
  duplicates_in_personal_text: () =>
    'People listed twice cannot be called twice with a personal text: Exotel keeps each number once. Turn one of the two off.',
  message_too_long: () => `The message is too long for Exotel. Use at most ${MAX_MESSAGE_CHARS} characters.`,
  sms_type_unknown: () => 'A message is of one of two types. Use "transactional" or "promotional".',
  sender_id_not_letters: () =>
    `Transactional messages need a sender id of letters, such as EXOTEL, at most ${MAX_SENDER_ID_CHARS}. Change it.`,
  sender_id_not_digits: () =>
    `Promotional messages need a sender id of digits, such as 600100, at most ${MAX_SENDER_ID_CHARS}. Change it.`,
  dlt_id_malformed: () => 'A DLT id is made of digits only, such as 1107160016142600511. Copy it from the DLT portal.',
  menu_repeats_out_of_range: () => `The menu can be repeated 0 to ${MAX_MENU_REPEATS} times. Give a whole number.`,
  retry_count_out_of_range: () => `Exotel retries a number 0 to ${MAX_RETRIES} times. Give a whole number.`,
  retry_interval_out_of_range: () =>
    `The wait before a retry must be whole minutes, at most ${MAX_RETRY_INTERVAL_MINUTES}. Change it.`,
  retry_interval_missing: () => 'Retries need a wait between them. Give at least 1 minute.',
  retry_mechanism_unknown: () => 'Retries are spaced in one of two ways. Use "Linear" or "Exponential".',
  retry_status_unknown: () => 'Only some results can be retried. Use "busy", "no-answer" or "failed".',
  retry_statuses_missing: () => 'Retries need to know when. Choose at least one of "busy", "no-answer" and "failed".',
  retry_status_repeated: () => 'A result is listed twice for retries. List each once.',
  window_malformed: () => 'The calling hours cannot be read. Write them as "09:00" and "21:00".',
  window_empty: () => 'End time must be after start time.',
  window_crosses_midnight: () => 'End time must be after start time.',
  window_outside_account: ({ accountWindow }) =>
    `The calling hours reach outside those of the account (${accountWindow ?? 'unknown'}). Choose hours within them.`,
  throttle_out_of_range: () =>
    'The pace must be a whole number of calls a minute, at least 1. Change it, or leave it out.',
  throttle_not_below_account: ({ accountCallsPerMinute }) =>
    `Exotel needs the pace to be below the ${accountCallsPerMinute ?? 0} calls a minute of the account. Lower it, or leave it out.`,
  custom_field_too_long: () => `The custom field is too long. Use at most ${MAX_CUSTOM_FIELD_CHARS} characters.`,
};
