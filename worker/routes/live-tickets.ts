import { liveTicketSchema } from '../../shared/protocol/live.ts';
import { accountsOf } from '../context.ts';
import { sha256Hex } from '../sha256-hex.ts';
import { call, json, type Call } from './call.ts';
import type { z } from 'zod';

const TICKET_BYTES = 32;

/** Tickets, which open a live socket in place of the team token. */
export const LIVE_TICKET_CALLS: readonly Call[] = [
  call({
    method: 'post',
    path: '/api/live-tickets',
    summary: 'A ticket to one live socket: one use, 60 seconds',
    answer: json(liveTicketSchema),
    refusals: [401],
    async handle(c) {
      const bytes = crypto.getRandomValues(new Uint8Array(TICKET_BYTES));
      const ticket = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      await accountsOf(c).addTicket(await sha256Hex(ticket), { name: c.get('user'), token: c.get('token') });
      const answer: z.infer<typeof liveTicketSchema> = { ticket };
      return c.json(answer);
    },
  }),
];
