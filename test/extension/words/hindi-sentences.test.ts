import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../../../extension/api/api-fault.ts';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import type { UpdateFault } from '../../../shared/campaign/update-faults.ts';
import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import type { DeliveryReason } from '../../../shared/plan/choose-delivery.ts';
import type { PlanFault } from '../../../shared/plan/plan-faults.ts';
import { templateIssue } from '../../../shared/template/template-issues.ts';
import { TEMPLATE_SENTENCES } from '../../../shared/template/template-sentences.ts';

type ByCode<Fault extends { readonly code: string }> = {
  readonly [Code in Fault['code']]: readonly Extract<Fault, { readonly code: Code }>[];
};

const headings = ['Naam', 'Shahar'];
const many = Array.from({ length: 15 }, (_, index) => `H${index}`);
const settings = ['sendAt', 'throttle'];

const FILE_FAULTS: ByCode<FileFault> = {
  empty_file: [{ code: 'empty_file' }],
  no_rows: [{ code: 'no_rows', headings }],
  not_a_text_file: [{ code: 'not_a_text_file' }, { code: 'not_a_text_file', looksLike: 'docx' }],
  no_number_column: [
    { code: 'no_number_column', headings },
    { code: 'no_number_column', headings: many },
  ],
  column_not_found: [
    { code: 'column_not_found', wanted: 7, headings },
    { code: 'column_not_found', wanted: 'Gaon', headings },
  ],
  column_ambiguous: [
    { code: 'column_ambiguous', wanted: 'Gaon', columns: [{ column: 2, name: 'Column B', heading: 'GAON' }] },
  ],
  variable_ambiguous: [
    { code: 'variable_ambiguous', variable: 'Gaon', columns: [{ column: 2, name: 'Column B', heading: 'GAON' }] },
  ],
  unknown_country: [{ code: 'unknown_country', country: 'Bharat' }],
  file_too_large: [{ code: 'file_too_large', limitBytes: 100 * 1024 * 1024 }],
  too_many_rows: [{ code: 'too_many_rows', limit: 1_000_000 }],
  variable_not_found: [{ code: 'variable_not_found', variable: 'Gaon', headings }],
  too_many_variables: [{ code: 'too_many_variables', count: 12, limit: 10 }],
  too_many_columns: [{ code: 'too_many_columns', line: 41, limit: 500 }],
  cell_too_long: [{ code: 'cell_too_long', line: 41, limitBytes: 65_536 }],
  row_too_long: [{ code: 'row_too_long', line: 41, limitBytes: 1_048_576 }],
  unclosed_quote: [{ code: 'unclosed_quote', line: 41 }],
};

const PLAN_FAULTS: ByCode<PlanFault> = {
  no_contacts: [{ code: 'no_contacts' }],
  pace_invalid: [{ code: 'pace_invalid' }],
  time_zone_unknown: [{ code: 'time_zone_unknown' }],
  window_outside_account: [{ code: 'window_outside_account' }],
  window_outside_purpose: [{ code: 'window_outside_purpose', purpose: 'recovery', purposeWindow: '08:00-19:00' }],
  no_open_day: [{ code: 'no_open_day' }],
  window_too_short: [
    { code: 'window_too_short', windowMinutes: 31, retryWaitMinutes: 45, minSpanMinutes: 0 },
    { code: 'window_too_short', windowMinutes: 31, retryWaitMinutes: 0, minSpanMinutes: 120 },
  ],
  inline_impossible: [
    { code: 'inline_impossible', reason: 'messages' },
    { code: 'inline_impossible', reason: 'personal_text' },
  ],
  lists_impossible: [{ code: 'lists_impossible', reason: 'duplicates' }],
  too_many_campaigns: [{ code: 'too_many_campaigns', campaigns: 451, maxCampaigns: 200 }],
};

const UPDATE_FAULTS: ByCode<UpdateFault> = {
  campaign_over: [{ code: 'campaign_over', state: 'completed' }],
  campaign_started: [
    { code: 'campaign_started', channel: 'sms', settings },
    { code: 'campaign_started', channel: 'voice', settings },
  ],
  belongs_to_import: [{ code: 'belongs_to_import', import: 'imp_k3', settings }],
  not_of_channel: [
    { code: 'not_of_channel', channel: 'sms', settings },
    { code: 'not_of_channel', channel: 'voice', settings },
  ],
  variables_not_in_list: [
    { code: 'variables_not_in_list', variables: ['Nonsense'], known: [] },
    { code: 'variables_not_in_list', variables: ['Nonsense'], known: ['Full_Name'] },
  ],
  text_in_flow: [{ code: 'text_in_flow' }],
  flow_and_text: [{ code: 'flow_and_text' }],
  menu_without_ivr: [{ code: 'menu_without_ivr' }],
  retries_out_of_range: [{ code: 'retries_out_of_range' }],
  throttle_not_below_account: [{ code: 'throttle_not_below_account', callsPerMinute: 60 }],
  starts_too_soon: [{ code: 'starts_too_soon', minutes: 3 }],
  ends_before_start: [{ code: 'ends_before_start' }],
  span_too_short: [{ code: 'span_too_short' }],
  outside_calling_hours: [
    { code: 'outside_calling_hours', setting: 'sendAt', window: '09:00-21:00' },
    { code: 'outside_calling_hours', setting: 'endAt', window: '09:00-21:00' },
  ],
  ends_another_day: [{ code: 'ends_another_day', window: '09:00-21:00' }],
  closed_day: [
    { code: 'closed_day', rule: 'weekday', date: '2026-11-29' },
    { code: 'closed_day', rule: 'closed_date', date: '2026-11-30' },
  ],
};

const API_FAULTS: readonly ApiFault[] = [
  { code: 'unreachable' },
  { code: 'timed_out' },
  { code: 'unreadable_answer' },
  { code: 'not_dialsheet', status: 404 },
  { code: 'not_dialsheet', status: 502 },
];

const REASONS: Record<DeliveryReason, true> = {
  few_contacts: true,
  many_contacts: true,
  personal_text: true,
  messages: true,
  duplicates: true,
  wished: true,
};

const numbersIn = (text: string) => (text.replaceAll(/(?<=\d),(?=\d)/g, '').match(/\d+/g) ?? []).sort();

/** The Hindi sentence is in Devanagari, differs from the English one, and has every number of it. */
function expectSame(inEnglish: string, inHindi: string): void {
  expect(inHindi).toMatch(/\p{Script=Devanagari}/u);
  expect(inHindi).toMatch(/[।:?]$/u);
  expect(numbersIn(inHindi)).toEqual(numbersIn(inEnglish));
}

describe('what the shared rules say, in Hindi', () => {
  it.each(Object.values(FILE_FAULTS).flat())('has a sentence for a file: $code', (fault) => {
    expectSame(english.sentences.fileFault(fault), hindi.sentences.fileFault(fault));
    expect(hindi.issues.unreadableReturn(fault)).toBe(hindi.sentences.fileFault(fault));
  });

  it.each(Object.values<readonly PlanFault[]>(PLAN_FAULTS).flat())('has a sentence for a plan: $code', (fault) => {
    expectSame(english.sentences.plan(fault), hindi.sentences.plan(fault));
  });

  it.each(Object.values<readonly UpdateFault[]>(UPDATE_FAULTS).flat())(
    'has a sentence for a change of a campaign: $code',
    (fault) => {
      expectSame(english.sentences.update(fault), hindi.sentences.update(fault));
    },
  );

  it.each(Object.keys(TEMPLATE_SENTENCES))('has a sentence for a template: %s', (name) => {
    const code = Object.keys(TEMPLATE_SENTENCES).find((each): each is keyof typeof TEMPLATE_SENTENCES => each === name);
    if (!code) throw new Error(name);
    const facts = { setting: 'flow', accountWindow: '09:00-21:00', accountCallsPerMinute: 60 };
    const issue = templateIssue('', code, facts);
    expectSame(english.sentences.template(issue, facts), hindi.sentences.template(issue, facts));
  });

  it.each(Object.keys(REASONS))('has a sentence for how contacts travel: %s', (name) => {
    const reason = Object.keys(REASONS).find((each): each is DeliveryReason => each === name);
    if (!reason) throw new Error(name);
    const facts = { campaigns: 3, lists: 4 };
    expectSame(english.sentences.delivery(reason, facts), hindi.sentences.delivery(reason, facts));
  });

  it.each(API_FAULTS)('has a sentence for a Worker that cannot be spoken with: %j', (fault) => {
    expectSame(english.faultSentence(fault), hindi.faultSentence(fault));
  });

  it('leaves what the Worker worded itself in English, unless it knows better', () => {
    const refused = { code: 'refused', status: 422, message: 'The name is taken.', details: null } as const;
    expect(hindi.faultSentence({ ...refused, reason: 'name_taken' })).toBe('The name is taken.');
    expect(hindi.faultSentence({ ...refused, reason: 'unauthorised' })).toMatch(/\p{Script=Devanagari}/u);
  });
});
