import { EXAMPLE_EXOPHONES } from '../team/example-numbers.ts';
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
  | 'custom_field_too_long'
  | 'purpose_unknown'
  | 'window_outside_purpose'
  | 'key_malformed'
  | 'meaning_malformed';

export type TemplateFacts = {
  readonly setting?: string;
  readonly expected?: string;
  readonly accountWindow?: string;
  readonly accountCallsPerMinute?: number;
};

/** The sentence for each code: what is wrong, then what to do. */
export const TEMPLATE_SENTENCES: Record<TemplateIssueCode, (facts: TemplateFacts) => string> = {
  required: () => 'Enter a value.',
  wrong_type: ({ expected }) => `This setting has the wrong type. Use ${expected ?? 'another type'}.`,
  unknown_setting: ({ setting }) =>
    `"${setting ?? ''}" is not a setting of a template. Remove it, or check its spelling.`,
  channel_unknown: () => 'This channel is not supported. Use "voice" or "sms".',
  flow_kind_unknown: () => 'This kind of call is not supported. Use "flow", "greeting" or "ivr".',
  name_too_short: () => `Enter a name (${MIN_CAMPAIGN_NAME_CHARS} characters or more).`,
  name_too_long: () => `Enter a name of at most ${MAX_NAME_CHARS} characters.`,
  name_unprintable: () => 'Remove the line break or control character from the name.',
  caller_id_malformed: () => `Choose a number to call from: an ExoPhone of your account, ${EXAMPLE_EXOPHONES}.`,
  flow_url_malformed: () =>
    'This is not the address of an Exotel flow. Enter one such as http://my.exotel.com/<account sid>/exoml/start_voice/<app id>.',
  text_empty: () => 'Enter the message.',
  text_too_long: () => `The message is too long. Use at most ${MAX_GREETING_CHARS} characters.`,
  variable_malformed: () =>
    `This variable cannot be read. Write @@ and a column heading of at most ${MAX_VARIABLE_NAME_CHARS} characters, such as @@Name, or remove the @@.`,
  too_many_variables: () => `The message has too many variables. Use at most ${MAX_VARIABLES}.`,
  duplicates_in_personal_text: () =>
    'A message with variables calls each number once. Turn off duplicate calls, or remove the variables.',
  message_too_long: () => `The message is too long for Exotel. Use at most ${MAX_MESSAGE_CHARS} characters.`,
  sms_type_unknown: () => 'This type of message is not known. Use "transactional" or "promotional".',
  sender_id_not_letters: () =>
    `Enter a sender id of at most ${MAX_SENDER_ID_CHARS} letters, such as EXOTEL, for transactional messages.`,
  sender_id_not_digits: () =>
    `Enter a sender id of at most ${MAX_SENDER_ID_CHARS} digits, such as 600100, for promotional messages.`,
  dlt_id_malformed: () => 'A DLT id has digits only, such as 1107160016142600511. Copy it from the DLT portal.',
  menu_repeats_out_of_range: () => `Repeat the menu 0 to ${MAX_MENU_REPEATS} times: enter a whole number.`,
  retry_count_out_of_range: () => `Retry each number 0 to ${MAX_RETRIES} times: enter a whole number.`,
  retry_interval_out_of_range: () => `Enter whole minutes between retries, at most ${MAX_RETRY_INTERVAL_MINUTES}.`,
  retry_interval_missing: () => 'Enter at least 1 minute between retries.',
  retry_mechanism_unknown: () => 'This spacing of retries is not known. Use "Linear" or "Exponential".',
  retry_status_unknown: () => 'This result cannot be retried. Use "busy", "no-answer" or "failed".',
  retry_statuses_missing: () => 'Choose at least one result to retry: "busy", "no-answer" or "failed".',
  retry_status_repeated: () => 'A result to retry is listed twice. List each once.',
  window_malformed: () => 'The calling hours cannot be read. Write them as "09:00" and "21:00".',
  window_empty: () => 'End time must be after start time.',
  window_crosses_midnight: () => 'End time must be after start time.',
  window_outside_account: ({ accountWindow }) =>
    `Choose calling hours within those of the account (${accountWindow ?? 'unknown'}).`,
  throttle_out_of_range: () => 'Enter whole calls per minute, at least 1, or leave it empty for the account limit.',
  throttle_not_below_account: ({ accountCallsPerMinute }) =>
    `Enter fewer than ${accountCallsPerMinute ?? 0} calls per minute, the account limit, or leave it empty to use that limit.`,
  custom_field_too_long: () => `The custom field is too long. Use at most ${MAX_CUSTOM_FIELD_CHARS} characters.`,
  purpose_unknown: () => 'The purpose is not known. Use "service", "promotional" or "recovery".',
  window_outside_purpose: () =>
    'Promotional calls may be made from 10:00 to 21:00 only, recovery calls from 08:00 to 19:00. Change the calling hours, or the purpose.',
  key_malformed: () => 'A key is one digit from 0 to 9. Correct the key.',
  meaning_malformed: () => 'A meaning is a short word in small letters, such as "opt_out" or "interested". Correct it.',
};
