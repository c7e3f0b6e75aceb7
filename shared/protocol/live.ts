import { z } from 'zod';
import { attentionSchema, IMPORT_STATES, importSchema } from './import.ts';
import { campaignViewSchema } from './campaign-view.ts';
import { outcomeCountsSchema } from './outcomes.ts';

/** A new socket first gets the whole import, then only what changed; campaigns replace by `seq`. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), import: importSchema }),
  z.object({
    type: z.literal('change'),
    state: z.enum(IMPORT_STATES),
    contacts: outcomeCountsSchema,
    campaigns: z.array(campaignViewSchema),
    attention: z.array(attentionSchema),
    finishedAt: z.string().nullable(),
    asOf: z.string(),
  }),
  z.object({ type: z.literal('deleted') }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** A browser cannot set headers on a WebSocket: the token travels as a sub-protocol, base64url, beside this one. */
export const LIVE_PROTOCOL = 'dialsheet.live';
export const LIVE_TOKEN_PREFIX = 'bearer.';
