import { Hono } from 'hono';
import { accountsOf, type AppTypes } from '../context.ts';
import { sha256Hex } from '../sha256-hex.ts';
import type { z } from 'zod';
import type { liveTicketSchema } from '../../shared/protocol/live.ts';

const TICKET_BYTES = 32;

/** What a live socket is opened with instead of the team token. */
export function liveTicketRoutes(): Hono<AppTypes> {
  return new Hono<AppTypes>().post('/', async (c) => {
    const bytes = crypto.getRandomValues(new Uint8Array(TICKET_BYTES));
    const ticket = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    await accountsOf(c).addTicket(await sha256Hex(ticket), { name: c.get('user'), token: c.get('token') });
    const answer: z.infer<typeof liveTicketSchema> = { ticket };
    return c.json(answer);
  });
}
