import type { Settings } from './settings.ts';

/** Only `wxt build --mode localhost` contains an address and a token, so that a local start is ready to use. */
export function localBuildSettings(): Settings | null {
  if (import.meta.env.MODE !== 'localhost') return null;
  const address: unknown = import.meta.env['WXT_LOCAL_WORKER_URL'];
  const token: unknown = import.meta.env['WXT_LOCAL_TOKEN'];
  return typeof address === 'string' && typeof token === 'string' ? { address, token } : null;
}
