import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateInputSchema } from '../../../shared/template/template-schema.ts';
import { NEW_TEMPLATE, toTemplateFields, toTemplateInput } from '../../../extension/state/template-fields.ts';
import type { RetryReason } from '../../../extension/state/template-fields.ts';
import { smsTemplate, template } from '../support/wire.ts';
import type { VoiceTemplate } from '../support/wire.ts';

const text = fc.constantFrom('Namaste', 'Press 1 to confirm', 'नमस्ते');
const flow: fc.Arbitrary<VoiceTemplate['flow']> = fc.oneof(
  fc.constant({ kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/1' } as const),
  text.map((said) => ({ kind: 'greeting', text: said }) as const),
  fc
    .tuple(text, fc.integer({ min: 0, max: 9 }))
    .map(([said, repeatMenu]) => ({ kind: 'ivr', text: said, repeatMenu }) as const),
);
const retries: fc.Arbitrary<VoiceTemplate['retries']> = fc.oneof(
  fc.constant(template().retries),
  fc.record({
    count: fc.integer({ min: 1, max: 3 }),
    intervalMinutes: fc.integer({ min: 1, max: 720 }),
    mechanism: fc.constantFrom('Linear', 'Exponential'),
    on: fc.subarray<RetryReason>(['busy', 'no-answer', 'failed'], { minLength: 1 }),
  }),
);

describe('toTemplateInput', () => {
  it('gives back the template the form was filled from', () => {
    const arbitrary = fc.record({
      flow,
      retries,
      window: fc.option(fc.constant({ from: '10:00', to: '18:30' })),
      throttle: fc.option(fc.integer({ min: 1, max: 59 })),
      callDuplicates: fc.boolean(),
      customField: fc.option(fc.constantFrom('campaign=diwali', 'x')),
    });
    fc.assert(
      fc.property(arbitrary, (change) => {
        const { id: _id, createdAt: _at, updatedAt: _up, createdBy: _by, ...input } = template(change);

        expect(templateInputSchema.parse(toTemplateInput(toTemplateFields(template(change))))).toEqual(input);
      }),
    );
  });

  it('gives back a template of messages, hours and all', () => {
    const made = smsTemplate({ window: { from: '10:00', to: '18:30' } });
    const { id: _id, createdAt: _at, updatedAt: _up, createdBy: _by, ...input } = made;

    expect(templateInputSchema.parse(toTemplateInput(toTemplateFields(made)))).toEqual(input);
  });

  it.each(['', 'many', '1.5'])('never makes a number of %j', (typed) => {
    const input = toTemplateInput({
      ...NEW_TEMPLATE,
      name: 'Name',
      callerId: '08088919888',
      text: 'Hi',
      retryCount: typed,
    });

    expect(templateInputSchema.safeParse(input).success).toBe(false);
  });

  it('takes a caller id as people write it', () => {
    expect(toTemplateInput({ ...NEW_TEMPLATE, callerId: '080-8891 9888' })['callerId']).toBe('08088919888');
  });
});
