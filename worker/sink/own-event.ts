import type { AppContext } from '../context.ts';

/** An event that a Dialsheet sent to a sink: were it taken, it would be sent on, and come round for ever. */
export function isOwnEvent(c: AppContext): boolean {
  const isSigned = c.req.header('webhook-id') !== undefined && c.req.header('webhook-signature') !== undefined;
  return isSigned && (c.req.header('user-agent') ?? '').startsWith('Dialsheet/');
}
