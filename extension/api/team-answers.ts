import { z } from 'zod';

/** Of all settings, the one that is about the team; an earlier Worker has none. */
export const teamRulesSchema = z.object({ approveAbove: z.int().min(0).nullable().default(null) });
export type TeamRules = z.infer<typeof teamRulesSchema>;
