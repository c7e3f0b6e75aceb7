import { describe, expect, it } from 'vitest';
import {
  isPersonal,
  templateInputSchema,
  templateSchema,
  templateText,
} from '../../../shared/template/template-schema.ts';
import type { VoiceTemplateInput } from '../../../shared/template/template-schema.ts';
import { makeSmsTemplate, makeTemplate } from './make-template.ts';

const least = {
  name: 'Diwali greeting',
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Happy Diwali' },
};

/** A voice template through the schema. */
function parseVoice(input: object): VoiceTemplateInput {
  const parsed = templateInputSchema.parse(input);
  if (parsed.channel !== 'voice') throw new Error(parsed.channel);
  return parsed;
}

describe('templateInputSchema', () => {
  it('needs only name, channel, caller id and flow, and fills in the rest', () => {
    expect(templateInputSchema.parse(least)).toEqual(makeTemplate());
  });

  it('keeps a complete template as it is', () => {
    const complete = makeTemplate({
      flow: { kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/123' },
      retries: { count: 1, intervalMinutes: 5, mechanism: 'Exponential', on: ['busy', 'no-answer'] },
      window: { from: '09:00', to: '21:00' },
      throttle: 20,
      callDuplicates: true,
      customField: '{"name":"yo"}',
    });
    expect(templateInputSchema.parse(complete)).toEqual(complete);
  });

  it('is idempotent: what it gave, it takes', () => {
    const once = templateInputSchema.parse(least);
    expect(templateInputSchema.parse(structuredClone(once))).toEqual(once);
  });

  it('spaces retries evenly unless told otherwise', () => {
    const retries = { count: 2, intervalMinutes: 10, on: ['busy'] };
    expect(parseVoice({ ...least, retries }).retries.mechanism).toBe('Linear');
  });

  it('keeps what was chosen for retries when they are switched off', () => {
    const retries = { count: 0, intervalMinutes: 5, mechanism: 'Linear', on: ['busy'] };
    expect(parseVoice({ ...least, retries }).retries).toEqual(retries);
  });

  it('trims the name and the text', () => {
    const parsed = parseVoice({
      ...least,
      name: '  Eid  ali ',
      flow: { kind: 'ivr', text: ' Press 1 ' },
    });
    expect(parsed.name).toBe('Eid  ali');
    expect(parsed.flow).toEqual({ kind: 'ivr', text: 'Press 1', repeatMenu: 0 });
  });

  it.each(['08088919888', '03349360005', '+918088919888', '+14155550100'])('takes %s as an ExoPhone', (callerId) => {
    expect(parseVoice({ ...least, callerId }).callerId).toBe(callerId);
  });

  it.each([
    'http://my.exotel.com/Exotel/exoml/start_voice/528696',
    'https://my.exotel.com/acme-1_x/exoml/start_voice/1',
    'http://my.in.exotel.com/acme1/exoml/start_voice/123456789012',
  ])('takes %s as a flow', (url) => {
    expect(parseVoice({ ...least, flow: { kind: 'flow', url } }).flow).toEqual({ kind: 'flow', url });
  });

  it.each([
    { from: '00:00', to: '24:00' },
    { from: '23:58', to: '23:59' },
  ])('takes calling hours from $from to $to', (window) => {
    expect(templateInputSchema.parse({ ...least, window }).window).toEqual(window);
  });
});

describe('templateInputSchema, for messages,', () => {
  const { smsType: _type, window: _window, ...message } = makeSmsTemplate();

  it('needs name, text, sender and DLT ids, and fills in the rest', () => {
    expect(templateInputSchema.parse(message)).toEqual(makeSmsTemplate());
  });

  it('keeps a complete template as it is, and trims what was pasted', () => {
    const complete = makeSmsTemplate({
      text: 'Hi @@Last name, @@राशि is due',
      smsType: 'promotional',
      senderId: '600100',
      window: { from: '10:00', to: '13:00' },
    });
    expect(templateInputSchema.parse(complete)).toEqual(complete);
    const pasted = {
      ...message,
      senderId: ' EXOTEL ',
      dltEntityId: ` ${message.dltEntityId}\n`,
      text: ' Happy Diwali ',
    };
    expect(templateInputSchema.parse(pasted)).toEqual(makeSmsTemplate());
  });

  it('takes 2,000 characters and five variables, however often each is used', () => {
    const text = '@@a@@b@@c@@d@@e @@A @@B '.padEnd(2000, 'x');
    expect(templateInputSchema.parse({ ...message, text })).toEqual(makeSmsTemplate({ text }));
  });
});

describe('the text of a template', () => {
  it.each([
    [makeTemplate({ flow: { kind: 'flow', url: 'http://my.exotel.com/a/exoml/start_voice/1' } }), null, false],
    [makeTemplate(), 'Happy Diwali', false],
    [makeTemplate({ flow: { kind: 'ivr', text: 'Hi @@Name', repeatMenu: 1 } }), 'Hi @@Name', true],
    [makeSmsTemplate({ text: 'asha@example.com' }), 'asha@example.com', false],
    [makeSmsTemplate({ text: '@@नाम' }), '@@नाम', true],
  ])('of %j is %j, and personal: %j', (template, text, personal) => {
    expect([templateText(template), isPersonal(template)]).toEqual([text, personal]);
  });
});

describe('templateSchema', () => {
  const stored = {
    id: 't1',
    createdAt: '2026-11-22T10:00:00.000Z',
    updatedAt: '2026-11-22T10:00:00.000Z',
    createdBy: 'asha',
  };

  it('adds who made it and when', () => {
    expect(templateSchema.parse({ ...least, ...stored })).toEqual({ ...makeTemplate(), ...stored });
    expect(templateSchema.parse({ ...makeSmsTemplate(), ...stored })).toEqual({ ...makeSmsTemplate(), ...stored });
  });

  it('refuses one that was never stored', () => {
    expect(templateSchema.safeParse(least).success).toBe(false);
  });
});
