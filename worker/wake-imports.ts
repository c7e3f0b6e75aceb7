import { MAX_IMPORTS_AT_ONCE } from '../shared/safety-limits.ts';
import { readConfig } from './config.ts';
import type { Env } from './env.ts';
import { logEvent } from './log.ts';

/**
 * Called by the cron trigger: looks at every import under way. It sets an alarm again that was lost (the platform gives
 * up after six tries); where the alarm is right, nothing happens.
 */
export async function wakeImports(env: Env): Promise<void> {
  const config = readConfig(env);
  if (!config.ok) return logEvent('nothing_woken', { code: config.error.code });
  const ids = await env.ACCOUNTS.getByName(config.value.EXOTEL_ACCOUNT_SID).importsToWake();
  for (let at = 0; at < ids.length; at += MAX_IMPORTS_AT_ONCE)
    await Promise.all(ids.slice(at, at + MAX_IMPORTS_AT_ONCE).map((id) => wakeImport(env, id)));
}

/** An import that cannot be woken must not stop the others from being woken. */
async function wakeImport(env: Env, importId: string): Promise<void> {
  try {
    await env.IMPORTS.getByName(importId).wake();
  } catch (cause) {
    logEvent('import_not_woken', { importId }, cause);
  }
}
