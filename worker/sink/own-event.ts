import type { AppContext } from '../context.ts';

/**
 * Whether a request to a sink is an event that a Dialsheet sent. If the sink took it, it would be sent on and come back
 * for ever.
 */
export function isOwnEvent(c: AppContext): boolean {
  const isSigned = c.req.header('webhook-id') !== undefined && c.req.header('webhook-signature') !== undefined;
  return isSigned && (c.req.header('user-agent') ?? '').startsWith('Dialsheet/');
}
