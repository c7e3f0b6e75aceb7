import { readConfig } from './config.ts';
import type { Env } from './env.ts';
import { logEvent } from './log.ts';

/** Called by the cron trigger: erasing people goes on even if its alarm was lost. */
export async function wakePeople(env: Env): Promise<void> {
  const config = readConfig(env);
  if (!config.ok) return;
  try {
    await env.PEOPLE.getByName(config.value.EXOTEL_ACCOUNT_SID).wake();
  } catch (cause) {
    logEvent('people_not_woken', {}, cause);
  }
}
