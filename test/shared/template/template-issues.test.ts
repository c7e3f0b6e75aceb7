import { describe, expect, it } from 'vitest';
import { MAX_ISSUE_VALUE_CHARS, MAX_TEMPLATE_ISSUES } from '../../../shared/limits.ts';
import { templateIssues } from '../../../shared/template/template-issues.ts';
import { templateInputSchema } from '../../../shared/template/template-schema.ts';
import { TEMPLATE_SENTENCES } from '../../../shared/template/template-sentences.ts';
import { makeSmsTemplate, makeTemplate } from './make-template.ts';

/** `path code`, one for each issue. */
function issuesOf(input: unknown): string[] {
  const parsed = templateInputSchema.safeParse(input);
  return parsed.success ? [] : templateIssues(parsed.error).map(({ path, code }) => `${path} ${code}`);
}

function without(template: object, key: string): unknown {
  return Object.fromEntries(Object.entries(template).filter(([name]) => name !== key));
}

const greeting = (text: unknown): object => ({ flow: { kind: 'greeting', text } });
const flow = (url: unknown): object => ({ flow: { kind: 'flow', url } });
const window = (from: unknown, to: unknown): object => ({ window: { from, to } });
const retries = (wrong: object): object => ({ retries: { count: 1, intervalMinutes: 5, on: ['busy'], ...wrong } });

const REFUSED: [string, object, string[]][] = [
  ['another channel', { channel: 'fax' }, ['channel channel_unknown']],
  ['another kind of flow', { flow: { kind: 'menu' } }, ['flow.kind flow_kind_unknown']],
  ['a flow without a kind', { flow: {} }, ['flow.kind flow_kind_unknown']],
  ['a flow that is no object', { flow: 'greeting' }, ['flow wrong_type']],
  ['a name of 3 characters', { name: ' Eid ' }, ['name name_too_short']],
  ['a name of 61 characters', { name: 'x'.repeat(61) }, ['name name_too_long']],
  ['a name with a line break', { name: 'Diwali\nleads' }, ['name name_unprintable']],
  ['a name that is a number', { name: 1234 }, ['name wrong_type']],
  ['a caller id without 0 or +', { callerId: '8088919888' }, ['callerId caller_id_malformed']],
  ['a caller id with spaces', { callerId: '080 8891 9888' }, ['callerId caller_id_malformed']],
  ['a flow without an address', { flow: { kind: 'flow' } }, ['flow.url required']],
  ['a flow elsewhere', flow('http://my.exotel.com.evil.in/a/exoml/start_voice/1'), ['flow.url flow_url_malformed']],
  ['a flow of v1', flow('http://my.exotel.com/exoml/start/1'), ['flow.url flow_url_malformed']],
  ['a flow with a query', flow('http://my.exotel.com/a/exoml/start_voice/1?x=1'), ['flow.url flow_url_malformed']],
  [
    'a flow address in a line of its own',
    flow('http://my.exotel.com/a/exoml/start_voice/1\n'),
    ['flow.url flow_url_malformed'],
  ],
  ['a text of spaces', greeting(' \n '), ['flow.text text_empty']],
  ['a text of 2,001 characters', greeting('x'.repeat(2001)), ['flow.text text_too_long']],
  ['@@ without a name', greeting('Hi @@ there'), ['flow.text variable_malformed']],
  ['@@ at the end', greeting('Hi @@'), ['flow.text variable_malformed']],
  ['@@@', greeting('Hi @@@Name'), ['flow.text variable_malformed']],
  ['a variable of 65 characters', greeting(`Hi @@${'x'.repeat(65)}`), ['flow.text variable_malformed']],
  ['six variables', greeting('@@a @@b @@c @@d @@e @@f'), ['flow.text too_many_variables']],
  [
    'a text of their own for people listed twice',
    { ...greeting('Hi @@Name'), callDuplicates: true },
    ['callDuplicates duplicates_in_personal_text'],
  ],
  [
    'a menu for a greeting',
    { flow: { kind: 'greeting', text: 'Hi', repeatMenu: 1 } },
    ['flow.repeatMenu unknown_setting'],
  ],
  [
    '10 repeats of the menu',
    { flow: { kind: 'ivr', text: 'Hi', repeatMenu: 10 } },
    ['flow.repeatMenu menu_repeats_out_of_range'],
  ],
  [
    'half a repeat',
    { flow: { kind: 'ivr', text: 'Hi', repeatMenu: 0.5 } },
    ['flow.repeatMenu menu_repeats_out_of_range'],
  ],
  ['4 retries', retries({ count: 4 }), ['retries.count retry_count_out_of_range']],
  ['retries without a count', { retries: { on: ['busy'] } }, ['retries.count retry_count_out_of_range']],
  [
    'retries without a wait',
    retries({ intervalMinutes: undefined }),
    ['retries.intervalMinutes retry_interval_missing'],
  ],
  ['retries at once', retries({ intervalMinutes: 0 }), ['retries.intervalMinutes retry_interval_missing']],
  ['a wait of 721 minutes', retries({ intervalMinutes: 721 }), ['retries.intervalMinutes retry_interval_out_of_range']],
  ['another mechanism', retries({ mechanism: 'linear' }), ['retries.mechanism retry_mechanism_unknown']],
  ['retries of the answered', retries({ on: ['busy', 'completed'] }), ['retries.on.1 retry_status_unknown']],
  ['retries of nothing', retries({ on: [] }), ['retries.on retry_statuses_missing']],
  ['a result twice', retries({ on: ['busy', 'busy'] }), ['retries.on retry_status_repeated']],
  ['hours without minutes', window('9', '21'), ['window.from window_malformed', 'window.to window_malformed']],
  ['25:00', window('09:00', '25:00'), ['window.to window_malformed']],
  ['hours without a close', window('09:00', undefined), ['window.to required']],
  ['no hours', window('09:00', '09:00'), ['window window_empty']],
  ['a night', window('21:00', '09:00'), ['window window_crosses_midnight']],
  ['a throttle of 0', { throttle: 0 }, ['throttle throttle_out_of_range']],
  ['a throttle in words', { throttle: '20' }, ['throttle throttle_out_of_range']],
  ['1,001 characters of custom field', { customField: 'x'.repeat(1001) }, ['customField custom_field_too_long']],
  ['another purpose', { purpose: 'marketing' }, ['purpose purpose_unknown']],
  ['a key of two digits', { keys: { 10: 'opt_out' } }, ['keys.10 key_malformed']],
  ['a meaning in capitals', { keys: { 9: 'Opt out' } }, ['keys.9 meaning_malformed']],
  ['a switch in words', { callDuplicates: 'yes' }, ['callDuplicates wrong_type']],
  ['a typo', { throtle: 20 }, ['throtle unknown_setting']],
  [
    'what only the edge may set',
    { id: 'mine', createdBy: 'asha' },
    ['id unknown_setting', 'createdBy unknown_setting'],
  ],
];

const REFUSED_MESSAGES: [string, object, string[]][] = [
  ['an ExoPhone', { callerId: '08088919888' }, ['callerId unknown_setting']],
  ['a text of spaces', { text: ' \n ' }, ['text text_empty']],
  ['a text of 2,001 characters', { text: 'x'.repeat(2001) }, ['text message_too_long']],
  ['@@ without a name', { text: 'Hi @@, hello' }, ['text variable_malformed']],
  ['six variables', { text: '@@a@@b@@c@@d@@e@@f' }, ['text too_many_variables']],
  ['another type', { smsType: 'Transactional' }, ['smsType sms_type_unknown']],
  ['digits for a transaction', { senderId: '600100' }, ['senderId sender_id_not_letters']],
  ['letters and digits', { senderId: 'EXO123' }, ['senderId sender_id_not_letters']],
  ['15 letters', { senderId: 'x'.repeat(15) }, ['senderId sender_id_not_letters']],
  ['no sender', { senderId: ' ' }, ['senderId sender_id_not_letters']],
  ['letters for a promotion', { smsType: 'promotional' }, ['senderId sender_id_not_digits']],
  ['15 digits', { smsType: 'promotional', senderId: '1'.repeat(15) }, ['senderId sender_id_not_digits']],
  ['a DLT id of letters', { dltEntityId: 'DLT-1101' }, ['dltEntityId dlt_id_malformed']],
  ['a DLT id of 31 digits', { dltTemplateId: '1'.repeat(31) }, ['dltTemplateId dlt_id_malformed']],
  ['a DLT id that is a number', { dltTemplateId: 1107 }, ['dltTemplateId wrong_type']],
];

describe('templateIssues', () => {
  it.each(REFUSED_MESSAGES)('refuses in a message %s', (_what, overrides, expected) => {
    expect(issuesOf({ ...makeSmsTemplate(), ...overrides })).toEqual(expected);
  });

  it.each(['text', 'senderId', 'dltEntityId', 'dltTemplateId'])('asks of a message a missing %s', (key) => {
    expect(issuesOf(without(makeSmsTemplate(), key))).toEqual([`${key} required`]);
  });

  it.each(REFUSED)('refuses %s', (_what, overrides, expected) => {
    expect(issuesOf({ ...makeTemplate(), ...overrides })).toEqual(expected);
  });

  it.each([
    ['name', 'name required'],
    ['channel', 'channel channel_unknown'],
    ['callerId', 'callerId required'],
    ['flow', 'flow required'],
  ])('asks for a missing %s', (key, expected) => {
    expect(issuesOf(without(makeTemplate(), key))).toEqual([expected]);
  });

  it.each([[null], [5], ['voice'], [[]]])('says %j is no template', (input) => {
    expect(issuesOf(input)).toHaveLength(1);
  });

  it('tells everything wrong at once', () => {
    const wrong = { ...makeTemplate(), name: 'Eid', callerId: 'me', throttle: 0 };
    expect(issuesOf(wrong)).toEqual([
      'name name_too_short',
      'callerId caller_id_malformed',
      'throttle throttle_out_of_range',
    ]);
  });

  it('caps what it says about an attack', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => [`${'k'.repeat(200)}${index}`, 1]);
    const parsed = templateInputSchema.safeParse({ ...makeTemplate(), ...Object.fromEntries(keys) });
    const issues = parsed.success ? [] : templateIssues(parsed.error);
    expect(issues).toHaveLength(MAX_TEMPLATE_ISSUES);
    expect(issues.every((issue) => issue.path.length <= MAX_ISSUE_VALUE_CHARS)).toBe(true);
  });

  it('has a case here, or among the account rules, for every code', () => {
    const seen = new Set(['window_outside_account', 'window_outside_purpose', 'throttle_not_below_account']);
    for (const [, , expected] of [...REFUSED, ...REFUSED_MESSAGES])
      for (const issue of expected) seen.add(issue.split(' ')[1] ?? '');
    expect([...seen].toSorted()).toEqual(Object.keys(TEMPLATE_SENTENCES).toSorted());
  });

  it('says what to do, in whole sentences', () => {
    for (const [code, sentence] of Object.entries(TEMPLATE_SENTENCES)) {
      expect(sentence({}), code).toMatch(/^(["A-Z][^.]+[a-z0-9")]\. )?[A-Z].+\.$/u);
    }
  });
});
