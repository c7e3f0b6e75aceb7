import { z } from 'zod';

const rupees = z.number().nullable();

/** Prices in rupees, typed in by the team; null if not known. */
const pricesSchema = z.object({
  pulse: rupees,
  pulseSeconds: z.number(),
  smsPart: rupees,
});

/** The settings that concern a start; an earlier Worker has none. */
export const teamRulesSchema = z.object({
  approveAbove: z.int().min(0).nullable().default(null),
  prices: pricesSchema.optional(),
  spend: z.object({ day: rupees, person: rupees, import: rupees }).optional(),
  spent: z.object({ day: z.number(), person: z.number(), pulsesPerContact: rupees }).optional(),
});
export type TeamRules = z.infer<typeof teamRulesSchema>;
