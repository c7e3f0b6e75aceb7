import { accountsOf, teamOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { listenerHeaders } from '../live-sockets.ts';

/**
 * Passes the upgrade to the object that answers it, and notes where the token now has a socket, so that revoking the
 * token can close it.
 */
export async function openSocket(
  c: AppContext,
  place: string,
  object: { fetch(request: Request): Promise<Response> },
): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new ApiError({ code: 'websocket_expected' });
  const token = c.get('token');
  await accountsOf(c).noteSocket(token, place);
  const { role, isMade, expiresAt } = c.get('person');
  // Passes on only what the object needs, neither ticket nor token.
  const ends = [expiresAt, c.get('access')?.until ?? null].filter((end) => end !== null);
  const until = ends.length === 0 ? null : Math.min(...ends);
  const listener = { token, isMasked: role === 'viewer', until };
  const headers = { upgrade: 'websocket', ...listenerHeaders(listener) };
  const answer = await object.fetch(new Request(c.req.url, { headers }));
  if (!isMade || (await teamOf(c).personOf(token)) !== null) return answer;
  // The token was revoked while the socket was opened, so it must be closed here.
  await accountsOf(c).closeSocketsOf(token);
  throw new ApiError({ code: 'unauthorised' });
}
