import { z } from 'zod';
import { attentionSchema, IMPORT_STATES, importSchema } from './import.ts';
import { campaignViewSchema } from './campaign-view.ts';
import { outcomeCountsSchema } from './outcomes.ts';

/**
 * A new socket first gets the whole import, then only changes; a campaign in a change replaces the one with the same
 * `seq`.
 */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), import: importSchema }),
  z.object({
    type: z.literal('change'),
    state: z.enum(IMPORT_STATES).catch('needs_attention'),
    contacts: outcomeCountsSchema,
    campaigns: z.array(campaignViewSchema),
    attention: z.array(attentionSchema),
    finishedAt: z.string().nullable(),
    asOf: z.string(),
  }),
  z.object({ type: z.literal('deleted') }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** Opens one live socket, once, within a minute. */
export const liveTicketSchema = z.object({ ticket: z.string().min(1) }).meta({ id: 'LiveTicket' });

/**
 * A browser cannot set headers on a WebSocket, and platforms log sub-protocols. So a ticket is sent there, which is
 * worthless once used, and never the team token.
 */
export const LIVE_PROTOCOL = 'dialsheet.live';
export const LIVE_TICKET_PREFIX = 'ticket.';
