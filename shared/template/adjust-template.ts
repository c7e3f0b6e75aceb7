import { z } from 'zod';
import { retriesSchema, throttleSchema, windowSchema } from './template-schema.ts';
import type { TemplateInput } from './template-schema.ts';

/** What one import may change about its template; fields that are absent stay. */
export const adjustmentSchema = z
  .strictObject({
    startAt: z.iso.datetime({ offset: true }).nullable().optional().describe('Nobody is called before this'),
    window: windowSchema.nullable().optional(),
    retries: retriesSchema.optional(),
    throttle: throttleSchema.optional(),
  })
  .meta({ id: 'Adjustment' });
export type Adjustment = z.infer<typeof adjustmentSchema>;

/** The template as one import uses it. Messages have no retries and no throttle. */
export function adjustTemplate<T extends TemplateInput>(template: T, adjust: Adjustment): T {
  const { window = template.window } = adjust;
  if (template.channel === 'sms') return { ...template, window };
  const { retries = template.retries, throttle = template.throttle } = adjust;
  return { ...template, window, retries, throttle };
}
