import type { Import, ImportSummary } from '../../../shared/protocol/import.ts';
import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import type { Template } from '../../../shared/template/template-schema.ts';

export function campaignView(change: Partial<CampaignView> = {}): CampaignView {
  return {
    seq: 1,
    name: 'Diwali leads 1/1 #k3v9x2a7-1',
    sid: null,
    state: 'created',
    contacts: 10,
    sendAt: '2026-11-22T03:30:00Z',
    endAt: '2026-11-22T15:29:00Z',
    outcomes: { ...noOutcomes(), queued: 10 },
    lists: [],
    ...change,
  };
}

export function importView(change: Partial<Import> = {}): Import {
  return {
    id: 'k3v9x2a7',
    name: 'Diwali leads',
    state: 'running',
    channel: 'voice',
    test: false,
    origin: { kind: 'file' },
    template: { id: 't1', name: 'Diwali greeting' },
    file: { name: 'Diwali leads.csv', bytes: 100, received: 100, sha256: null },
    otherTables: [],
    rows: { total: 12, accepted: 10, duplicate: 1, invalid: 1, blank: 0, suppressed: 0, called_recently: 0 },
    issues: { duplicate: 1, too_short: 1 },
    shape: null,
    variables: [],
    delivery: 'auto',
    adjust: {},
    plan: null,
    spend: null,
    fingerprint: null,
    contacts: { ...noOutcomes(), queued: 10 },
    campaigns: [campaignView()],
    attention: [],
    launchedBefore: null,
    approval: null,
    keys: {},
    override: null,
    createdBy: 'asha',
    createdAt: '2026-11-22T03:00:00Z',
    launchedAt: '2026-11-22T03:01:00Z',
    expiresAt: null,
    finishedAt: null,
    asOf: '2026-11-22T03:02:00Z',
    ...change,
  };
}

export function importSummary(change: Partial<Import> = {}): ImportSummary {
  const {
    campaigns: _campaigns,
    shape: _shape,
    issues: _issues,
    variables: _variables,
    adjust: _adjust,
    ...summary
  } = importView(change);
  return summary;
}

export type VoiceTemplate = Extract<Template, { channel: 'voice' }>;

export function template(change: Partial<VoiceTemplate> = {}): VoiceTemplate {
  return {
    id: 't1',
    name: 'Diwali greeting',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Namaste' },
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    window: null,
    throttle: null,
    callDuplicates: false,
    purpose: 'service',
    keys: {},
    customField: null,
    createdAt: '2026-11-22T03:00:00Z',
    updatedAt: '2026-11-22T03:00:00Z',
    createdBy: 'asha',
    ...change,
  };
}

export type SmsTemplate = Extract<Template, { channel: 'sms' }>;

export function smsTemplate(change: Partial<SmsTemplate> = {}): SmsTemplate {
  return {
    id: 's1',
    name: 'Order on its way',
    channel: 'sms',
    text: 'Your order is on its way.',
    smsType: 'transactional',
    purpose: 'service',
    senderId: 'ACMEIN',
    dltEntityId: '1101234567890123456',
    dltTemplateId: '1107123456789012345',
    window: null,
    createdAt: '2026-11-22T03:00:00Z',
    updatedAt: '2026-11-22T03:00:00Z',
    createdBy: 'asha',
    ...change,
  };
}
