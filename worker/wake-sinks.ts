import type { EventType } from '../shared/protocol/destination.ts';
import { readConfig } from './config.ts';
import type { Env } from './env.ts';
import { logEvent } from './log.ts';

/**
 * Called by the cron trigger: wakes sinks and destinations whose alarm was lost, so that their callbacks and events are
 * delivered after all. Answers which kinds of events any destination wants.
 */
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
