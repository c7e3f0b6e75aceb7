import type { z } from 'zod';
import '../zod-setup.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { inviteSchema, teamTokenSchema, trailLineSchema } from '../../shared/protocol/team.ts';
import type { Invite, TeamToken, TrailLine } from '../../shared/protocol/team.ts';
import { err, ok } from '../../shared/result.ts';
import { usageSchema } from '../../shared/protocol/usage.ts';
import type { Usage } from '../../shared/protocol/usage.ts';
import type { Role } from '../../shared/team/roles.ts';
import type { CallOptions, CallWorker } from './call-worker.ts';
import { readBody } from './read-body.ts';
import { toQuery } from './to-query.ts';
import type { Answered, Page } from './worker-client.ts';

export const PEOPLE_A_PAGE = 50;
export const LINES_A_PAGE = 50;

const TIMEOUT_MS = 120_000;
const tokensSchema = pageSchema(teamTokenSchema);
const trailSchema = pageSchema(trailLineSchema);

interface InviteWish {
  readonly name: string;
  readonly role: Role;
  readonly template: string | null;
  /** ISO 8601; null for no end. */
  readonly expires: string | null;
}

/**
 * Calls that only admins make: who has access, and who did what. In a file of their own, because every screen loads the
 * others.
 */
export function createAdminCalls(call: CallWorker) {
  async function ask<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Answered<T> {
    const answered = await call(path, options);
    if (!answered.ok) return answered;
    const body = await readBody<unknown>(answered.value.json());
    if (!body.ok) return body;
    const read = schema.safeParse(body.value);
    return read.success ? ok(read.data) : err({ code: 'unreadable_answer' });
  }
  const pageOf = (offset: number, limit: number) => ({ offset: String(offset), limit: String(limit) });

  return {
    people: (offset: number): Answered<Page<TeamToken>> =>
      ask(tokensSchema, `/api/tokens?${toQuery(pageOf(offset, PEOPLE_A_PAGE))}`),
    invite: (wish: InviteWish): Answered<Invite> => ask(inviteSchema, '/api/invites', { method: 'POST', json: wish }),
    usage: (): Answered<Usage> => ask(usageSchema, '/api/usage'),
    async revoke(id: string): Answered<null> {
      const answered = await call(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
      return answered.ok ? ok(null) : answered;
    },
    trail: (search: string, offset: number): Answered<Page<TrailLine>> =>
      ask(trailSchema, `/api/audit?${toQuery({ search, ...pageOf(offset, LINES_A_PAGE) })}`),
    /** All lines of the trail, exactly as they are hashed. */
    async trailFile(): Answered<Blob> {
      const answered = await call('/api/audit.ndjson', { timeoutMs: TIMEOUT_MS });
      return answered.ok ? readBody(answered.value.blob()) : answered;
    },
  };
}
