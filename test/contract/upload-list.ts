import { expect, vi } from 'vitest';
import { z } from 'zod';
import { AUTHORIZATION } from './exotel-client.ts';
import type { Exotel } from '../exotel/start-exotel.ts';

const uploadedSchema = z.object({
  response: z.object({ data: z.object({ summary: z.object({ upload_id: z.string(), list_sid: z.string() }) }) }),
});
const statusSchema = z.object({ response: z.object({ data: z.object({ status: z.string() }) }) });

/** Makes a list that the samples' requests can name. Answers its sid once every row is in it. */
export async function uploadList(exotel: Exotel, type: 'static' | 'dynamic', csv: string): Promise<string> {
  const base = `${exotel.url}/v2/accounts/Exotel`;
  const headers = { authorization: AUTHORIZATION };
  const form = new FormData();
  form.set('list_name', `list ${crypto.randomUUID()}`);
  form.set('type', type);
  form.set('file_name', new File([csv], 'contacts.csv', { type: 'text/csv' }));
  const sent = await fetch(`${base}/contacts/csv-upload`, { method: 'POST', headers, body: form });
  const { upload_id, list_sid } = uploadedSchema.parse(await sent.json()).response.data.summary;
  await vi.waitFor(async () => {
    const asked = await fetch(`${base}/csv-status/${upload_id}`, { headers });
    expect(statusSchema.parse(await asked.json()).response.data.status).toBe('completed');
  });
  return list_sid;
}
