import { describe, expect, it } from 'vitest';
import { toVoiceCampaign } from '../../../shared/plan/voice-campaign.ts';
import type { VoiceCampaignInput } from '../../../shared/plan/voice-campaign.ts';
import { makeTemplate } from '../template/make-template.ts';

function makeCampaign(
  template: Parameters<typeof makeTemplate>[0],
  change: Partial<VoiceCampaignInput> = {},
): VoiceCampaignInput {
  return {
    template: makeTemplate(template),
    audience: { numbers: ['+919876543210', '+919876543211'] },
    personalText: null,
    name: 'Diwali leads 1/3 #k3v9x2a7-1',
    sendAt: Date.parse('2026-11-22T03:30:00Z'),
    endAt: Date.parse('2026-11-22T15:29:00Z'),
    callbacks: { call: 'https://d.in/c', schedule: 'https://d.in/s', campaign: 'https://d.in/m' },
    timeZone: 'Asia/Kolkata',
    ...change,
  };
}

const always = {
  name: 'Diwali leads 1/3 #k3v9x2a7-1',
  caller_id: '08088919888',
  campaign_type: 'static',
  type: 'trans',
  call_duplicate_numbers: false,
  schedule: { send_at: '2026-11-22T09:00:00+05:30', end_at: '2026-11-22T20:59:00+05:30' },
  call_status_callback: 'https://d.in/c',
  call_schedule_callback: 'https://d.in/s',
  status_callback: 'https://d.in/m',
};

const inline = { ...always, from: ['+919876543210', '+919876543211'] };

describe('toVoiceCampaign', () => {
  it('sends a greeting with nothing Exotel would have to ignore', () => {
    expect(toVoiceCampaign(makeCampaign({}))).toStrictEqual({
      ...inline,
      flow_type: 'greeting',
      read_via_text: 'Happy Diwali',
    });
  });

  it('sends a menu with its repeats', () => {
    const flow = { kind: 'ivr', text: 'Press 1', repeatMenu: 2 } as const;
    expect(toVoiceCampaign(makeCampaign({ flow }))).toStrictEqual({
      ...inline,
      flow_type: 'ivr',
      read_via_text: 'Press 1',
      repeat_menu_attempts: 2,
    });
  });

  it('sends a flow by its address alone, and everything else that is set', () => {
    const template = {
      flow: { kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/123' },
      retries: { count: 3, intervalMinutes: 5, mechanism: 'Exponential', on: ['busy', 'no-answer'] },
      throttle: 20,
      callDuplicates: true,
      customField: '{"name":"yo"}',
    } satisfies Parameters<typeof makeTemplate>[0];
    expect(toVoiceCampaign(makeCampaign(template))).toStrictEqual({
      ...inline,
      url: 'http://my.exotel.com/acme1/exoml/start_voice/123',
      call_duplicate_numbers: true,
      retries: { number_of_retries: 3, interval_mins: 5, mechanism: 'Exponential', on_status: ['busy', 'no-answer'] },
      mode: 'custom',
      throttle: 20,
      custom_field: '{"name":"yo"}',
    });
  });

  it('says nothing of retries that are switched off, nor of an empty custom field', () => {
    const sent = toVoiceCampaign(
      makeCampaign({
        retries: { count: 0, intervalMinutes: 5, mechanism: 'Linear', on: ['busy'] },
        customField: '',
      }),
    );
    expect(Object.keys(sent)).not.toContain('retries');
    expect(Object.keys(sent)).not.toContain('custom_field');
  });

  it('names lists, and then no numbers', () => {
    expect(toVoiceCampaign(makeCampaign({}, { audience: { lists: ['l1', 'l2'] } }))).toStrictEqual({
      ...always,
      lists: ['l1', 'l2'],
      flow_type: 'greeting',
      read_via_text: 'Happy Diwali',
    });
  });

  it.each([
    ['greeting', {}],
    ['ivr', { repeat_menu_attempts: 1 }],
  ] as const)('sends the text of a %s as its one list is headed', (kind, more) => {
    const text = 'Hi @@Last name';
    const flow = kind === 'ivr' ? { kind, text, repeatMenu: 1 } : { kind, text };
    const campaign = makeCampaign({ flow }, { audience: { lists: ['l1'] }, personalText: 'Hi @@Last_name' });
    expect(toVoiceCampaign(campaign)).toStrictEqual({
      ...always,
      campaign_type: 'dynamic',
      lists: ['l1'],
      flow_type: kind,
      read_via_text: 'Hi @@Last_name',
      ...more,
    });
  });
});
