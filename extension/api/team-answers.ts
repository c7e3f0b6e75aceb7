import { z } from 'zod';

/** In rupees, as somebody typed them once; null is not known. */
const pricesSchema = z.object({
  pulse: z.number().nullable(),
  pulseSeconds: z.number(),
  smsPart: z.number().nullable(),
});
export type Prices = z.infer<typeof pricesSchema>;

/** Of all settings, those that are about a start; an earlier Worker has none. */
export const teamRulesSchema = z.object({
  approveAbove: z.int().min(0).nullable().default(null),
  prices: pricesSchema.optional(),
});
export type TeamRules = z.infer<typeof teamRulesSchema>;
