import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';

/** The states of a campaign, in one spelling; `toBodyStatus` gives Exotel's mixed one. */
export type CampaignStatus =
  | 'created'
  | 'in-progress'
  | 'paused'
  | 'completed'
  | 'archived'
  | 'failed'
  | 'canceled'
  | 'deleted';

export const ACTIONS = ['pause', 'resume', 'complete', 'archive', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

const LEGAL: Record<Action, readonly CampaignStatus[]> = {
  pause: ['created', 'in-progress'],
  resume: ['paused'],
  complete: ['paused'],
  archive: ['completed'],
  delete: ['created'],
};

const LEADS_TO = { pause: 'paused', complete: 'completed', archive: 'archived', delete: 'deleted' } as const;

/** The status that an action leads to; `hasStarted` decides which status a resumed campaign gets. */
export function act(
  status: CampaignStatus,
  action: Action,
  hasStarted: boolean,
): Result<
  CampaignStatus,
  { readonly code: 'illegal_action'; readonly action: Action; readonly status: CampaignStatus }
> {
  const legal = LEGAL[action].includes(status) || (action === 'delete' && status === 'paused' && !hasStarted);
  if (!legal) return err({ code: 'illegal_action', action, status });
  if (action === 'resume') return ok(hasStarted ? 'in-progress' : 'created');
  return ok(LEADS_TO[action]);
}

/** `Created` and `Completed` are capitalised in Exotel's bodies, the others are not. */
export function toBodyStatus(status: CampaignStatus): string {
  if (status === 'created') return 'Created';
  return status === 'completed' ? 'Completed' : status;
}

/** Whether nothing more will be dialled. */
export function isTerminal(status: CampaignStatus): boolean {
  return status !== 'created' && status !== 'in-progress' && status !== 'paused';
}
