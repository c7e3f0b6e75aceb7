import '../zod-setup.ts';
import { madeTokenSchema } from '../../shared/protocol/team.ts';
import type { MadeToken } from '../../shared/protocol/team.ts';
import { err, ok } from '../../shared/result.ts';
import { createCallWorker } from './call-worker.ts';
import { readBody } from './read-body.ts';
import type { Answered } from './worker-client.ts';

/** Exchanges an invite for a token, once. There is no token yet to authenticate with. */
export async function joinTeam(
  { address, code }: { readonly address: string; readonly code: string },
  fetcher: typeof fetch,
): Answered<MadeToken> {
  const call = createCallWorker({ address, token: null }, fetcher);
  const answered = await call(`/invites/${code}`, { method: 'POST' });
  if (!answered.ok) return answered;
  const body = await readBody<unknown>(answered.value.json());
  if (!body.ok) return body;
  const read = madeTokenSchema.safeParse(body.value);
  return read.success ? ok(read.data) : err({ code: 'unreadable_answer' });
}
