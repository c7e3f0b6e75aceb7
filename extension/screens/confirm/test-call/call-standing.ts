import type { Import } from '../../../../shared/protocol/import.ts';
import { OUTCOMES } from '../../../../shared/protocol/outcomes.ts';
import type { Outcome } from '../../../../shared/protocol/outcomes.ts';

/** What can be said about a test call: under way, its result, or what delays it. */
export type CallStanding = Outcome | 'sending' | 'held' | 'ended_unrung';

type Told = Pick<Import, 'state' | 'contacts' | 'campaigns'>;

/** The state of a test call, which has one contact in one campaign. */
export function callStanding({ state, contacts, campaigns }: Told): CallStanding {
  const outcome = OUTCOMES.find((each) => contacts[each] > 0) ?? 'queued';
  if (outcome !== 'queued') return outcome;
  if (state === 'needs_attention' || state === 'paused') return 'held';
  if (state === 'stopping' || state === 'stopped') return 'ended_unrung';
  return campaigns.every(({ sid }) => sid !== null) ? 'queued' : 'sending';
}

/** Nothing more will be heard of it. */
export function isOver({ state }: Pick<Import, 'state'>): boolean {
  return state === 'finished' || state === 'stopped';
}

/** When the phone rings (epoch ms); null if not known. */
export function ringsAt({ campaigns }: Pick<Import, 'campaigns'>): number | null {
  const at = Date.parse(campaigns[0]?.sendAt ?? '');
  return Number.isNaN(at) ? null : at;
}
