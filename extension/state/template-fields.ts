import { assertNever } from '../../shared/result.ts';
import type { SmsTemplateInput, TemplateInput, VoiceTemplateInput } from '../../shared/template/template-schema.ts';

export type FlowKind = VoiceTemplateInput['flow']['kind'];
export type RetryReason = VoiceTemplateInput['retries']['on'][number];

export interface RetryFieldValues {
  readonly retryCount: string;
  readonly retryInterval: string;
  readonly mechanism: VoiceTemplateInput['retries']['mechanism'];
  readonly retryOn: readonly RetryReason[];
}

/** A template in the form, as typed and not yet judged. */
export interface TemplateFields extends RetryFieldValues {
  readonly name: string;
  readonly channel: TemplateInput['channel'];
  readonly smsType: SmsTemplateInput['smsType'];
  readonly senderId: string;
  readonly dltEntityId: string;
  readonly dltTemplateId: string;
  readonly callerId: string;
  readonly kind: FlowKind;
  readonly url: string;
  readonly text: string;
  readonly repeatMenu: string;
  readonly ownWindow: boolean;
  readonly from: string;
  readonly to: string;
  readonly throttle: string;
  readonly callDuplicates: boolean;
  readonly customField: string;
  readonly purpose: TemplateInput['purpose'];
  /** As the Worker has them: the form does not change them, but must not lose them. */
  readonly keys: VoiceTemplateInput['keys'];
}

export const NEW_TEMPLATE: TemplateFields = {
  name: '',
  channel: 'voice',
  smsType: 'transactional',
  senderId: '',
  dltEntityId: '',
  dltTemplateId: '',
  callerId: '',
  kind: 'greeting',
  url: '',
  text: '',
  repeatMenu: '0',
  retryCount: '0',
  retryInterval: '15',
  mechanism: 'Linear',
  retryOn: ['busy', 'no-answer'],
  ownWindow: false,
  from: '10:00',
  to: '19:00',
  throttle: '',
  callDuplicates: false,
  customField: '',
  purpose: 'service',
  keys: {},
};

export function toTemplateFields(template: TemplateInput): TemplateFields {
  const { name, window } = template;
  const hours = {
    purpose: template.purpose,
    ownWindow: window !== null,
    from: window?.from ?? NEW_TEMPLATE.from,
    to: window?.to ?? NEW_TEMPLATE.to,
  };
  if (template.channel === 'sms') {
    const { text, smsType, senderId, dltEntityId, dltTemplateId } = template;
    return { ...NEW_TEMPLATE, ...hours, name, channel: 'sms', text, smsType, senderId, dltEntityId, dltTemplateId };
  }
  const { flow, retries } = template;
  return {
    ...NEW_TEMPLATE,
    ...hours,
    name,
    callerId: template.callerId,
    kind: flow.kind,
    url: flow.kind === 'flow' ? flow.url : '',
    text: flow.kind === 'flow' ? '' : flow.text,
    repeatMenu: flow.kind === 'ivr' ? String(flow.repeatMenu) : '0',
    retryCount: String(retries.count),
    retryInterval: retries.count > 0 ? String(retries.intervalMinutes) : NEW_TEMPLATE.retryInterval,
    mechanism: retries.mechanism,
    retryOn: retries.count > 0 ? retries.on : NEW_TEMPLATE.retryOn,
    throttle: template.throttle === null ? '' : String(template.throttle),
    callDuplicates: template.callDuplicates,
    customField: template.customField ?? '',
    keys: template.keys,
  };
}

/** What is sent to the Worker, not yet judged: a text that is not a number stays one, so that the schema refuses it. */
export function toTemplateInput(fields: TemplateFields): Record<string, unknown> {
  const window = fields.ownWindow ? { from: fields.from, to: fields.to } : null;
  if (fields.channel === 'sms') {
    const { name, channel, text, smsType, senderId, dltEntityId, dltTemplateId, purpose } = fields;
    return { name, channel, text, smsType, senderId, dltEntityId, dltTemplateId, window, purpose };
  }
  return {
    name: fields.name,
    channel: 'voice',
    callerId: fields.callerId.replace(/[\s-]/g, ''),
    flow: toFlow(fields),
    retries: toRetries(fields),
    window,
    throttle: toThrottle(fields.throttle),
    callDuplicates: fields.callDuplicates,
    customField: fields.customField === '' ? null : fields.customField,
    purpose: fields.purpose,
    keys: fields.keys,
  };
}

/** Without retries, their other settings are left out. */
export function toRetries(fields: RetryFieldValues): Record<string, unknown> {
  const count = toNumber(fields.retryCount);
  if (count === 0) return { count };
  return { count, intervalMinutes: toNumber(fields.retryInterval), mechanism: fields.mechanism, on: fields.retryOn };
}

/** An empty field means no limit of its own. */
export function toThrottle(text: string): number | null {
  return text.trim() === '' ? null : toNumber(text);
}

function toFlow(fields: TemplateFields): Record<string, unknown> {
  switch (fields.kind) {
    case 'flow':
      return { kind: 'flow', url: fields.url.trim() };
    case 'greeting':
      return { kind: 'greeting', text: fields.text };
    case 'ivr':
      return { kind: 'ivr', text: fields.text, repeatMenu: toNumber(fields.repeatMenu) };
    default:
      return assertNever(fields.kind);
  }
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
