import type { CampaignState } from '../protocol/campaign-view.ts';
import type { Editable, ExotelAction, ExotelCampaign } from '../protocol/exotel-campaign.ts';

/** The facts of a campaign that decide what may be done with it. */
export type ActionFacts = Pick<ExotelCampaign, 'channel' | 'state' | 'sendAt'>;

const LEGAL: Readonly<Record<ExotelAction, readonly CampaignState[]>> = {
  pause: ['created', 'in_progress'],
  resume: ['paused'],
  complete: ['paused'],
  archive: ['completed'],
  delete: ['created'],
};

const LEADS_TO: Readonly<Record<ExotelAction, CampaignState>> = {
  pause: 'paused',
  resume: 'in_progress',
  complete: 'completed',
  archive: 'archived',
  delete: 'deleted',
};

const ACTIONS: readonly ExotelAction[] = ['pause', 'resume', 'complete', 'archive', 'delete'];

const OVER: ReadonlySet<CampaignState> = new Set(['completed', 'failed', 'canceled', 'deleted', 'archived']);

/** Exotel will call nobody further. */
export function isOver(state: CampaignState): boolean {
  return OVER.has(state);
}

function startsLater({ sendAt }: ActionFacts, now: number): boolean {
  return sendAt !== null && Date.parse(sendAt) > now;
}

/**
 * The actions that Exotel accepts now, by its own rules: most depend on the state; deleting requires that nothing has
 * started.
 */
export function legalActions(campaign: ActionFacts, now: number): ExotelAction[] {
  return ACTIONS.filter((action) => {
    if (action !== 'delete') return LEGAL[action].includes(campaign.state);
    // Exotel documents no DELETE for message campaigns.
    if (campaign.channel === 'sms') return false;
    return campaign.state === 'created' || (campaign.state === 'paused' && startsLater(campaign, now));
  });
}

/**
 * Which settings Exotel accepts now: all before the start; after it only a call campaign's callback addresses, and
 * nothing of a message campaign; nothing once the campaign is over.
 */
export function editableNow(campaign: ActionFacts, now: number): Editable {
  if (isOver(campaign.state)) return 'none';
  const isSms = campaign.channel === 'sms';
  const waits = campaign.state === 'created' || (campaign.state === 'paused' && !isSms);
  if (waits && startsLater(campaign, now)) return 'all';
  return isSms ? 'none' : 'callbacks';
}

export type ActionEffect = {
  readonly to: CampaignState;
  /** True if no further action can undo it. */
  readonly final: boolean;
  /**
   * How many people would have been called and now are not; null if Exotel's counts do not say, 0 if nobody is lost.
   */
  readonly uncalled: number | null;
};

/** What an action will do, shown before it is done. */
export function actionEffect(
  action: ExotelAction,
  campaign: ActionFacts & Pick<ExotelCampaign, 'contacts' | 'stats'>,
  now: number,
): ActionEffect {
  const waits = action === 'resume' && startsLater(campaign, now);
  return {
    to: waits ? 'created' : LEADS_TO[action],
    final: action === 'complete' || action === 'archive' || action === 'delete',
    uncalled: action === 'complete' || action === 'delete' ? uncalledContacts(campaign) : 0,
  };
}

/** Exotel's words for numbers that were called, are being called, or never will be. All others still wait. */
const SETTLED = new Set([
  'completed',
  'failed',
  'failed-dnd',
  'invalid',
  'failed-no-attempt',
  'in-progress',
  'retrying',
  'submitted',
  'sent',
  'failed-expired',
  'failed-no-balance',
]);

function uncalledContacts({ contacts, stats }: Pick<ExotelCampaign, 'contacts' | 'stats'>): number | null {
  const counts = Object.entries(stats);
  const total = contacts ?? counts.reduce((sum, [, count]) => sum + count, 0);
  // A campaign shows all zeros before it counts, and one of lists does not say how many contacts they hold.
  if (total === 0) return null;
  const settled = counts.reduce((sum, [word, count]) => sum + (SETTLED.has(word) ? count : 0), 0);
  return Math.max(0, total - settled);
}
