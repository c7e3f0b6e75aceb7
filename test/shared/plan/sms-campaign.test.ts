import { describe, expect, it } from 'vitest';
import { toSmsCampaign } from '../../../shared/plan/sms-campaign.ts';
import type { SmsCampaignInput } from '../../../shared/plan/sms-campaign.ts';
import { makeSmsTemplate } from '../template/make-template.ts';

function makeCampaign(change: Partial<SmsCampaignInput> = {}): SmsCampaignInput {
  return {
    template: makeSmsTemplate(),
    lists: ['l1', 'l2'],
    personalText: null,
    name: 'Diwali leads 1/1 #k3v9x2a7-1',
    sendAt: Date.parse('2026-11-22T03:30:00Z'),
    endAt: Date.parse('2026-11-22T15:29:00Z'),
    callbacks: { message: 'https://d.in/m', campaign: 'https://d.in/c' },
    timeZone: 'Asia/Kolkata',
    ...change,
  };
}

const always = {
  name: 'Diwali leads 1/1 #k3v9x2a7-1',
  content_type: 'static',
  lists: ['l1', 'l2'],
  channel: 'SMS',
  schedule: { start_time: '2026-11-22T09:00:00+05:30', end_time: '2026-11-22T20:59:00+05:30' },
  dlt_entity_id: '1101456324675322134',
  dlt_template_id: '1107160016142600511',
  sender_id: 'EXOTEL',
  sms_type: 'Transactional',
  template: 'Happy Diwali',
  status_callback: 'https://d.in/c',
  sms_status_callback: 'https://d.in/m',
};

describe('toSmsCampaign', () => {
  it('sends one message to all of its lists', () => {
    expect(toSmsCampaign(makeCampaign())).toStrictEqual(always);
  });

  it('sends a promotion under its digits', () => {
    const template = makeSmsTemplate({ smsType: 'promotional', senderId: '600100' });
    const sent = { ...always, sms_type: 'Promotional', sender_id: '600100' };
    expect(toSmsCampaign(makeCampaign({ template }))).toStrictEqual(sent);
  });

  it('sends a personal text as its one list is headed', () => {
    const campaign = makeCampaign({
      template: makeSmsTemplate({ text: 'Hi @@Last name' }),
      lists: ['l1'],
      personalText: 'Hi @@Last_name',
    });
    const sent = { ...always, content_type: 'dynamic', lists: ['l1'], template: 'Hi @@Last_name' };
    expect(toSmsCampaign(campaign)).toStrictEqual(sent);
  });
});
