import { describe, expect, it } from 'vitest';

/** How often code was made from strings meanwhile, which extension pages and Workers refuse. */
async function codeMadeDuring(work: () => Promise<void>): Promise<number> {
  const original = globalThis.Function;
  let made = 0;
  globalThis.Function = new Proxy(original, {
    construct: () => {
      made += 1;
      throw new EvalError('code from strings');
    },
  });
  try {
    await work();
  } finally {
    globalThis.Function = original;
  }
  return made;
}

describe('the template schemas', () => {
  it('parse without making code from strings', async () => {
    const made = await codeMadeDuring(async () => {
      const { z } = await import('zod');
      z.config({ jitless: true });
      const { templateInputSchema } = await import('../../../shared/template/template-schema.ts');
      const input = {
        name: 'Diwali',
        channel: 'voice',
        callerId: '08088919888',
        flow: { kind: 'ivr', text: 'Press 1' },
      };
      expect(templateInputSchema.safeParse(input).success).toBe(true);
    });
    expect(made).toBe(0);
  });

  it('become JSON Schema that keeps the limits and what is required', async () => {
    const { z } = await import('zod');
    const { templateInputSchema } = await import('../../../shared/template/template-schema.ts');
    const schema = z.toJSONSchema(templateInputSchema, { io: 'input' });
    expect(schema).toMatchObject({
      oneOf: [
        {
          additionalProperties: false,
          required: ['name', 'channel', 'callerId', 'flow'],
          properties: {
            name: { minLength: 4, maxLength: 60 },
            callerId: { pattern: expect.any(String) },
            retries: { properties: { count: { minimum: 0, maximum: 3 } }, required: ['count'] },
            throttle: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], default: null },
          },
        },
        {
          additionalProperties: false,
          required: ['name', 'channel', 'text', 'senderId', 'dltEntityId', 'dltTemplateId'],
          properties: {
            text: { minLength: 1, maxLength: 2000 },
            smsType: { enum: ['transactional', 'promotional'], default: 'transactional' },
          },
        },
      ],
    });
  });
});
