import { accountsOf, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { SOCKET_TOKEN_HEADER } from '../live-sockets.ts';

/** Hands an upgrade on to the object that answers it, and notes where the token has a socket now, to be closed with it. */
export async function openSocket(
  c: AppContext,
  place: string,
  object: { fetch(request: Request): Promise<Response> },
): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new ApiError({ code: 'websocket_expected' });
  const token = c.get('token');
  await accountsOf(c).noteSocket(token, place);
  // Only what the object needs: neither ticket nor token goes further.
  const headers = { upgrade: 'websocket', [SOCKET_TOKEN_HEADER]: token };
  return object.fetch(new Request(c.req.url, { headers }));
}
