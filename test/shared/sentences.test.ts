import { describe, expect, it } from 'vitest';
import { updateSentence, type UpdateFault } from '../../shared/campaign/update-faults.ts';
import { fileFaultSentence, type FileFault } from '../../shared/contacts/file-fault.ts';
import { issueSentence } from '../../shared/contacts/issue-sentences.ts';
import { ISSUE_CODES } from '../../shared/contacts/issue.ts';
import { planSentence, type PlanFault } from '../../shared/plan/plan-faults.ts';
import { TEMPLATE_SENTENCES } from '../../shared/template/template-sentences.ts';
import { saysWhatToDo } from '../fixtures/says-what-to-do.ts';

const headings = ['Name', 'Mobile'];
const FILE_FAULTS: readonly FileFault[] = [
  { code: 'empty_file' },
  { code: 'no_rows', headings },
  { code: 'not_a_text_file' },
  { code: 'no_number_column', headings },
  { code: 'column_not_found', wanted: 7, headings },
  { code: 'column_not_found', wanted: 'Phone', headings },
  { code: 'variable_not_found', variable: 'City', headings },
  { code: 'column_ambiguous', wanted: 'Phone', columns: [{ column: 2, name: 'Column B', heading: 'PHONE' }] },
  { code: 'variable_ambiguous', variable: 'City', columns: [{ column: 2, name: 'Column B', heading: 'CITY' }] },
  { code: 'too_many_variables', count: 30, limit: 20 },
  { code: 'unknown_country', country: 'xx' },
  { code: 'file_too_large', limitBytes: 100_000_000 },
  { code: 'too_many_rows', limit: 1_000_000 },
  { code: 'too_many_columns', line: 3, limit: 200 },
  { code: 'cell_too_long', line: 3, limitBytes: 20_000 },
  { code: 'row_too_long', line: 3, limitBytes: 60_000 },
  { code: 'unclosed_quote', line: 3 },
];
const PLAN_FAULTS: readonly PlanFault[] = [
  { code: 'no_contacts' },
  { code: 'pace_invalid' },
  { code: 'time_zone_unknown' },
  { code: 'window_outside_account' },
  { code: 'window_too_short', windowMinutes: 60, retryWaitMinutes: 30, minSpanMinutes: 0 },
  { code: 'window_too_short', windowMinutes: 60, retryWaitMinutes: 0, minSpanMinutes: 120 },
  { code: 'inline_impossible', reason: 'messages' },
  { code: 'inline_impossible', reason: 'personal_text' },
  { code: 'lists_impossible', reason: 'duplicates' },
  { code: 'too_many_campaigns', campaigns: 300, maxCampaigns: 200 },
];
const UPDATE_FAULTS: readonly UpdateFault[] = [
  { code: 'campaign_over', state: 'completed' },
  { code: 'campaign_started', channel: 'sms', settings: ['name'] },
  { code: 'campaign_started', channel: 'voice', settings: ['name'] },
  { code: 'belongs_to_import', import: 'k3v9x2a7', settings: ['name'] },
  { code: 'not_of_channel', channel: 'sms', settings: ['retries'] },
  { code: 'text_in_flow' },
  { code: 'flow_and_text' },
  { code: 'menu_without_ivr' },
  { code: 'retries_out_of_range' },
  { code: 'throttle_not_below_account', callsPerMinute: 60 },
  { code: 'starts_too_soon', minutes: 1 },
  { code: 'ends_before_start' },
  { code: 'span_too_short' },
  { code: 'outside_calling_hours', setting: 'sendAt', window: '09:00-21:00' },
  { code: 'ends_another_day', window: '09:00-21:00' },
];

describe('a sentence about what went wrong', () => {
  it.each([
    ['a row', ISSUE_CODES.map((code) => issueSentence({ line: 2, value: '1', code }).fix)],
    ['a file', FILE_FAULTS.map(fileFaultSentence)],
    ['a template', Object.values(TEMPLATE_SENTENCES).map((sentence) => sentence({}))],
    ['a plan', PLAN_FAULTS.map((fault) => planSentence(fault))],
    ['a change', UPDATE_FAULTS.map((fault) => updateSentence(fault))],
  ])('with %s tells what to do, verb first', (_, sentences) => {
    expect(sentences.filter((sentence) => !saysWhatToDo(sentence))).toEqual([]);
  });
});
