import type { Import } from '../../shared/protocol/import.ts';
import type { LaunchRequest } from '../../shared/protocol/import-requests.ts';
import type { TeamRules } from './team-answers.ts';
import type { Answered, Ask } from './worker-client.ts';

const TIMEOUT_MS = 120_000;

/** Starts that need two people, and from how many contacts on they do. */
export function createTeamCalls(ask: Ask) {
  const importPath = (id: string, act: string) => `/api/imports/${encodeURIComponent(id)}/${act}`;
  return {
    teamRules: (): Answered<TeamRules> => ask('teamRules', '/api/settings'),
    changeTeamRules: (rules: Pick<TeamRules, 'approveAbove'>): Answered<TeamRules> =>
      ask('teamRules', '/api/settings', { method: 'PUT', json: rules }),
    askToStart: (id: string, request: LaunchRequest): Answered<Import> =>
      ask('import', importPath(id, 'ask'), { method: 'POST', json: request, timeoutMs: TIMEOUT_MS }),
    approve: (id: string, request: LaunchRequest): Answered<Import> =>
      ask('import', importPath(id, 'approve'), { method: 'POST', json: request, timeoutMs: TIMEOUT_MS }),
    sendBack: (id: string, note: string): Answered<Import> =>
      ask('import', importPath(id, 'send-back'), { method: 'POST', json: { note } }),
  };
}
