import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { templateInputSchema } from '../../../shared/template/template-schema.ts';

describe('the template schemas', () => {
  it('become JSON Schema that keeps the limits and what is required', async () => {
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
