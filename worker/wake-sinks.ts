import type { EventType } from '../shared/protocol/destination.ts';
import { readConfig } from './config.ts';
import type { Env } from './env.ts';
import { logEvent } from './log.ts';

/** The cron trigger, for sinks and destinations: one whose alarm was lost keeps its callbacks and events no longer to itself. Answers what any destination wants. */
export async function wakeSinks(env: Env): Promise<readonly EventType[]> {
  const config = readConfig(env);
  if (!config.ok) return [];
  try {
    return await env.SINK_DIRECTORY.getByName(config.value.EXOTEL_ACCOUNT_SID).wake();
  } catch (cause) {
    logEvent('sinks_not_woken', {}, cause);
    return [];
  }
}
