import { requireConfig } from '../config.ts';
import { logEvent } from '../log.ts';
import { NO_FACTS } from './trail.ts';
import type { Env } from '../env.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';

/**
 * Notes in the trail what the Worker itself did to an import. Never throws, because a trail line that cannot be written
 * must not hold up calls.
 */
export async function noteBySystem(
  env: Env,
  what: string,
  { id, name, state, rows }: ImportSummary,
  why: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  try {
    await env.TEAM.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID).note({
      ...NO_FACTS,
      who: 'system',
      from: 'system',
      what,
      on: { kind: 'import', ref: id, name },
      after: { state, ...why },
      counts: { contacts: rows.accepted },
    });
  } catch (cause) {
    logEvent('act_not_noted', { act: what, importId: id }, cause);
  }
}
