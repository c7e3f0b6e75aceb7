import { liveTicketSchema } from '../../shared/protocol/live.ts';

/** What one live socket is opened with; throws where the Worker gives none. */
export async function askTicket(workerUrl: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${workerUrl}/api/live-tickets`, { method: 'POST', headers });
  return liveTicketSchema.parse(await answer.json()).ticket;
}
