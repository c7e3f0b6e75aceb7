import type { SmsTemplateInput, VoiceTemplateInput } from '../../../shared/template/template-schema.ts';

/** A voice template as the schema gives it, with every setting. */
export function makeTemplate(overrides: Partial<VoiceTemplateInput> = {}): VoiceTemplateInput {
  return {
    name: 'Diwali greeting',
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text: 'Happy Diwali' },
    retries: { count: 0, intervalMinutes: 0, mechanism: 'Linear', on: [] },
    window: null,
    throttle: null,
    callDuplicates: false,
    purpose: 'service',
    keys: {},
    customField: null,
    ...overrides,
  };
}

/** A message template, likewise. */
export function makeSmsTemplate(overrides: Partial<SmsTemplateInput> = {}): SmsTemplateInput {
  return {
    name: 'Diwali message',
    channel: 'sms',
    text: 'Happy Diwali',
    smsType: 'transactional',
    purpose: 'service',
    senderId: 'EXOTEL',
    dltEntityId: '1101456324675322134',
    dltTemplateId: '1107160016142600511',
    window: null,
    ...overrides,
  };
}
