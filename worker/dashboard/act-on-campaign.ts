import { actionEffect, editableNow, legalActions } from '../../shared/campaign/campaign-actions.ts';
import { formatCallingWindow } from '../../shared/plan/calling-window.ts';
import { resumableAt, type CallingHours } from '../../shared/plan/open-hours.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { stateAfter } from '../exotel/action-answer.ts';
import { campaignApi } from '../exotel/campaign-api.ts';
import { readExotelCampaign } from './read-campaign-detail.ts';
import { failureFault } from './failure-fault.ts';
import { findCampaign, type CampaignWorld, type FoundCampaign } from './find-campaign.ts';
import type { NoResume } from '../import/intake/note-campaign.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';
import type { ExotelAction, ExotelCampaign } from '../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../shared/template/template-schema.ts';
import type { Fault } from '../errors.ts';

/**
 * Sends one action once. The state is read first, and what Exotel would refuse is refused here, saying which actions it
 * would accept. After an answer that is lost or does not show the result, the state is read again; the action is never
 * repeated, because completing cannot be undone.
 */
export async function actOnCampaign(
  world: CampaignWorld & {
    /**
     * The calling hours of the account or of the campaign's import, and whether that import lets the campaign call
     * again.
     */
    readonly resuming: (campaign: ExotelCampaign) => Promise<{ hours: CallingHours; refusal: NoResume | null }>;
    /** Called before the action is sent, so that nobody mistakes its effect for somebody else's doing. */
    readonly willBe: (campaign: ExotelCampaign, action: ExotelAction | null) => Promise<void>;
  },
  sid: string,
  channel: Channel,
  action: ExotelAction,
): Promise<Result<ExotelCampaign, Fault>> {
  const found = await findCampaign(world, sid, channel);
  if (!found.ok) return found;
  const { campaign, item } = found.value;
  const legal = legalActions(campaign, world.now());
  if (!legal.includes(action)) return err(notLegal(campaign, action, legal));
  if (action === 'resume') {
    const { hours, refusal } = await world.resuming(campaign);
    if (refusal !== null) return err(mustNotResume(campaign, refusal, legal));
    const closed = outsideHours(campaign, hours, world.now());
    if (closed !== null) return err(closed);
  }
  const api = campaignApi(channel);
  const path = api.campaignPath(sid);
  await world.willBe(campaign, action);
  const asked =
    action === 'delete'
      ? await world.exotel.ask('DELETE', path)
      : await world.exotel.ask('PUT', path, api.wrap({ action }));
  const { to } = actionEffect(action, campaign, world.now());
  const reached = asked.ok ? stateAfter(action, asked.value) : null;
  if (asked.ok && reached !== null) {
    const told = asked.value.items[0]?.data ?? {};
    const after = readExotelCampaign({ ...item, data: { ...item.data, ...told } }, channel, world.now());
    return ok(inState({ ...campaign, ...after }, reached, world.now()));
  }
  if (!asked.ok && asked.error.code !== 'in_doubt') {
    // Exotel may refuse because another press did the same just now.
    if (NOT_EVEN_TRIED.has(asked.error.code)) await world.willBe(campaign, null);
    return err(failureFault(asked.error, 'campaign_not_found', world.now()));
  }
  return afterLostAnswer(world, found.value, action, to);
}

const NOT_EVEN_TRIED: ReadonlySet<string> = new Set(['busy', 'throttled', 'unauthorised', 'forbidden']);

async function afterLostAnswer(
  world: CampaignWorld,
  { campaign }: FoundCampaign,
  action: ExotelAction,
  to: CampaignState,
): Promise<Result<ExotelCampaign, Fault>> {
  const again = await findCampaign(world, campaign.sid, campaign.channel);
  if (again.ok) {
    const { state } = again.value.campaign;
    const isDone = state === to || (action === 'resume' && state !== 'paused' && state !== 'unknown');
    return isDone ? ok(again.value.campaign) : err({ code: 'exotel_unanswered', details: { state } });
  }
  // A campaign that was to be deleted and is gone was deleted: Exotel need not show what is deleted.
  const isGone = action === 'delete' && again.error.code === 'campaign_not_found';
  return isGone ? ok(inState(campaign, to, world.now())) : err({ code: 'exotel_unanswered' });
}

function inState(campaign: ExotelCampaign, state: CampaignState, now: number): ExotelCampaign {
  if (state === campaign.state) return campaign;
  const facts = { ...campaign, state };
  return { ...facts, word: state, actions: legalActions(facts, now), editable: editableNow(facts, now) };
}

/**
 * The refusal outside calling hours, or null. A resumed campaign calls people at once, even if its end is days ahead,
 * so the hours must allow calls now.
 */
function outsideHours({ sendAt }: ExotelCampaign, hours: CallingHours, now: number): Fault | null {
  const startsAt = Date.parse(sendAt ?? '');
  const at = resumableAt(hours, Number.isNaN(startsAt) ? null : startsAt, now);
  if (at <= now) return null;
  const opensAt = Number.isFinite(at) ? new Date(at).toISOString() : null;
  return { code: 'outside_calling_hours', details: { window: formatCallingWindow(hours.window), opensAt } };
}

const NO_RESUME: Readonly<Record<NoResume, string>> = {
  stopped: 'Its import was stopped: it calls nobody again. To call the rest, import them again.',
  given_up: 'It was given up in its import: it calls nobody again. To call the rest, import them again.',
  duplicate:
    'Another campaign of the same name calls these people: this one is left from a request whose answer was lost. Complete it.',
};

function mustNotResume({ state }: ExotelCampaign, refusal: NoResume, legal: readonly ExotelAction[]): Fault {
  const others = legal.filter((action) => action !== 'resume');
  return { code: 'action_not_legal', message: NO_RESUME[refusal], details: { state, legal: others, reason: refusal } };
}

const WORDS: Readonly<Record<ExotelAction, string>> = {
  pause: 'paused',
  resume: 'resumed',
  complete: 'completed',
  archive: 'archived',
  delete: 'deleted',
};

function notLegal({ state, channel }: ExotelCampaign, action: ExotelAction, legal: readonly ExotelAction[]): Fault {
  const is = `This campaign is ${state.replace('_', ' ')} and cannot be ${WORDS[action]}`;
  const instead =
    legal.length === 0
      ? 'Nothing can be done with it any more'
      : `It can be ${legal.map((each) => WORDS[each]).join(' or ')}`;
  const never = action === 'delete' && channel === 'sms' ? ' Exotel deletes no messages.' : '';
  return { code: 'action_not_legal', message: `${is}.${never} ${instead}.`, details: { state, legal } };
}
