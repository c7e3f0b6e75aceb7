import { cloudflareAccess } from '@hono/cloudflare-access';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { configOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { logEvent } from '../log.ts';

/** A person has an e-mail address; a script has the client id of its service token (`common_name`). */
const payloadSchema = z.object({
  email: z.string().optional(),
  common_name: z.string().optional(),
  sub: z.string().optional(),
  exp: z.number(),
});

type Checked = z.infer<typeof payloadSchema> | { readonly refused: string };

/**
 * The second gate, used when ACCESS_TEAM and ACCESS_AUDIENCE are set: every API call must also have come through
 * Cloudflare Access. It is checked after the team token, so that a stranger cannot make the Worker fetch keys. What
 * Exotel, invites and monitors call is outside /api and not gated.
 */
export function accessGate(): MiddlewareHandler<AppTypes> {
  // One gate per setting. A gate keeps Cloudflare's keys, which change every few weeks, for an hour.
  const gates = new Map<string, MiddlewareHandler>();

  return async function checkAccess(c, next) {
    const { ACCESS_TEAM, ACCESS_AUDIENCE } = configOf(c);
    if (ACCESS_TEAM === '') return next();
    const name = `${ACCESS_TEAM} ${ACCESS_AUDIENCE}`;
    const gate = gates.get(name) ?? cloudflareAccess(ACCESS_TEAM, ACCESS_AUDIENCE);
    gates.set(name, gate);
    const checked = await ask(gate, c);
    if ('refused' in checked) throw new ApiError({ code: 'access_required', details: { reason: checked.refused } });
    const { email, common_name: client, sub, exp } = checked;
    c.set('access', { identity: email || client || sub || 'unnamed', until: exp * 1000 });
    return next();
  };
}

/** The gate answers with its own text when it refuses, and throws when it has no keys. */
async function ask(gate: MiddlewareHandler, c: AppContext): Promise<Checked> {
  let payload: unknown;
  try {
    const answer = await gate(c, () => {
      payload = c.get('accessPayload');
      return Promise.resolve();
    });
    if (answer instanceof Response) return { refused: await answer.text() };
  } catch (cause) {
    logEvent('access_keys_not_read', {}, cause);
    throw new ApiError({ code: 'access_unavailable', retryAfterSeconds: 30 }, cause);
  }
  const parsed = payloadSchema.safeParse(payload);
  return parsed.success ? parsed.data : { refused: 'The token says neither who nor until when' };
}
