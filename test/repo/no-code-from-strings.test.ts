import { describe, expect, it } from 'vitest';

/** How often the work made code from strings, which extension pages and Workers refuse. */
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

/** In a test project whose files load modules anew, because Zod examines its platform only once. */
describe('the template schemas', () => {
  it('parse without making code from strings', async () => {
    const made = await codeMadeDuring(async () => {
      const { z } = await import('zod');
      z.config({ jitless: true });
      const { templateInputSchema } = await import('../../shared/template/template-schema.ts');
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
});
