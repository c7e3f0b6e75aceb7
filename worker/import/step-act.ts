import { ACTION_RETRY_SECONDS } from '../../shared/limits.ts';
import { actionBody, campaignPath, readCampaign, type CampaignAction } from '../exotel/campaigns.ts';
import { isOver } from '../exotel/status.ts';
import type { ExotelExchange } from '../exotel/client.ts';
import type { CampaignState } from '../../shared/protocol/import.ts';
import type { Ask, EngineDeps } from './engine.ts';

type Act = CampaignAction | 'delete';

const REACHED: Readonly<Record<Act, CampaignState>> = {
  pause: 'paused',
  resume: 'in_progress',
  complete: 'completed',
  delete: 'deleted',
};

function send(ask: Ask, sid: string, action: Act): Promise<ExotelExchange> {
  return action === 'delete' ? ask('DELETE', campaignPath(sid)) : ask('PUT', campaignPath(sid), actionBody(action));
}

/** One action on one campaign. A refusal or a lost answer is never argued with: the state is read, then decided anew. */
export async function actOnCampaign(deps: EngineDeps, ask: Ask, seq: number, action: Act): Promise<void> {
  const { sid } = deps.row(seq);
  if (sid === null) return;
  const { result } = await send(ask, sid, action);
  const now = deps.now();
  const row = deps.row(seq);
  if (!result.ok) {
    const undeletable =
      row.undeletable || (action === 'delete' && result.error.code !== 'in_doubt' && result.error.code !== 'throttled');
    deps.putRow({ ...row, undeletable, actionAt: now + ACTION_RETRY_SECONDS * 1000 });
    deps.updateRecord({ readAt: now });
    return;
  }
  const told = readCampaign(result.value.items[0])?.state;
  // A success that still shows the state before is a reading that lags behind the action it answers.
  const state = told === undefined || told === 'unknown' || told === row.state ? REACHED[action] : told;
  const over = isOver(state) ? { overAt: now, pageAt: now, pageOffset: 0 } : {};
  deps.putRow({ ...row, ...over, state, want: null });
}

export async function actOnTwin(
  deps: EngineDeps,
  ask: Ask,
  step: { readonly seq: number; readonly sid: string; readonly action: Act },
): Promise<void> {
  const { result } = await send(ask, step.sid, step.action);
  const now = deps.now();
  const row = deps.row(step.seq);
  const twins = row.twins.map((twin) =>
    twin.sid === step.sid && result.ok ? { ...twin, state: REACHED[step.action] } : twin,
  );
  deps.putRow({ ...row, twins, actionAt: result.ok ? row.actionAt : now + ACTION_RETRY_SECONDS * 1000 });
  if (!result.ok) deps.updateRecord({ readAt: now });
}
