import { callbackUrl } from '../../callbacks/callback-mac.ts';
import { PERSON, SAFETY } from '../../account/request-budget.ts';
import { accountRules } from '../../import/record/import-settings.ts';
import { accountsOf, configOf, peopleOf, importOf, unwrap, type AppContext } from '../../context.ts';
import { actOnCampaign } from '../../dashboard/act-on-campaign.ts';
import { claimCampaign } from '../../dashboard/claim-campaign.ts';
import { campaignWorld } from '../../dashboard/dashboard-deps.ts';
import { updateCampaign } from '../../dashboard/update-campaign.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ApiError, type Fault } from '../../errors.ts';
import { tellImport } from './tell-import.ts';
import type { z } from 'zod';
import type { adoptRequestSchema } from '../../../shared/protocol/import-requests.ts';
import type { CampaignEdit } from '../../import/intake/note-campaign.ts';
import type { CallbackKind } from '../../callbacks/read-callback.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import type { CallingHours } from '../../../shared/plan/open-hours.ts';
import type { CampaignUpdate, ExotelAction, ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';

/** A campaign by Exotel's id, and its channel. */
export interface CampaignRef {
  readonly sid: string;
  readonly channel: Channel;
}

export async function change(c: AppContext, target: CampaignRef, update: CampaignUpdate): Promise<ExotelCampaign> {
  const rules = accountRules(configOf(c), await peopleOf(c).calendar());
  const ruledBy = async (before: ExotelCampaign) => {
    // For the trail: of callbacks only that they changed, because their addresses may hold a key or a number.
    c.set('trail', {
      before: namedIn(before, update),
      after: update.callbacks ? { ...update, callbacks: {} } : update,
    });
    return ruledByImport(c, before, update);
  };
  const campaign = unwrap(await updateCampaign({ ...campaignWorld(c), ruledBy }, target, update, rules));
  await tellImport(c, campaign, undefined, changesHeard(update));
  return campaign;
}

/** The calling hours of its import, if any; what two people approved cannot be changed by one. */
async function ruledByImport(
  c: AppContext,
  { sid, import: owner }: ExotelCampaign,
  update: CampaignUpdate,
): Promise<Result<CallingHours | null, Fault>> {
  if (owner === null) return ok(null);
  const ruled = await importOf(c, owner.id).resuming(sid, owner.seq);
  if (ruled?.approved == null || !changesHeard(update)) return ok(ruled?.hours ?? null);
  const { approveAbove } = await peopleOf(c).settings();
  return err({
    code: 'needs_approval',
    message: APPROVED_BY_TWO,
    details: { contacts: ruled.approved, approveAbove: approveAbove ?? 0 },
  });
}

/** The fields that decide what people hear, and from whom. */
const HEARD = ['text', 'flowUrl', 'repeatMenu', 'sender', 'customField'] as const;
const changesHeard = (update: CampaignUpdate): boolean => HEARD.some((name) => update[name] !== undefined);
const APPROVED_BY_TWO =
  'Two people approved what these people hear, so that one alone cannot change it. Stop the import, and start it anew.';

/** The old values of the fields that a change names. */
function namedIn(campaign: ExotelCampaign, update: CampaignUpdate): Record<string, unknown> {
  const names = new Set(Object.keys(update));
  return Object.fromEntries(Object.entries(campaign).filter(([name]) => names.has(name) && name !== 'callbacks'));
}

export async function act(c: AppContext, { sid, channel }: CampaignRef, action: ExotelAction): Promise<ExotelCampaign> {
  if (action === 'resume' && (await accountsOf(c).isStopped())) throw new ApiError({ code: 'everything_stopped' });
  // Silencing a campaign has priority over everything ordinary, whoever made the campaign.
  const world = {
    ...campaignWorld(c, action === 'resume' ? PERSON : SAFETY),
    resuming: async ({ sid: of, import: owner }: ExotelCampaign) =>
      (owner === null ? null : await importOf(c, owner.id).resuming(of, owner.seq)) ?? {
        hours: accountRules(configOf(c), await peopleOf(c).calendar()),
        refusal: null,
      },
    willBe: async (campaign: ExotelCampaign, asked: ExotelAction | null) => {
      if (asked !== 'resume') await tellImport(c, campaign, asked === null ? null : STEERED[asked]);
    },
  };
  const campaign = unwrap(await actOnCampaign(world, sid, channel, action));
  await tellImport(c, campaign, STEERED[action]);
  return campaign;
}

const STEERED: Readonly<Record<ExotelAction, CampaignEdit['steered']>> = {
  pause: 'paused',
  resume: null,
  complete: 'ended',
  archive: 'ended',
  delete: 'ended',
};

/** Answers the import that follows the campaign, even if one already did. */
export async function adopt(
  c: AppContext,
  { sid, channel }: CampaignRef,
  { keepHours }: z.output<typeof adoptRequestSchema>,
): Promise<Import> {
  // An adopted campaign would ring while everybody believes that nothing does.
  if (await accountsOf(c).isStopped()) throw new ApiError({ code: 'everything_stopped' });
  const config = configOf(c);
  const base = config.PUBLIC_URL || new URL(c.req.url).origin;
  const world = {
    ...campaignWorld(c),
    incarnationOf: async (importId: string) => importOf(c, importId).incarnationToAdopt(),
    callbackUrl: (importId: string, incarnation: string, kind: CallbackKind) =>
      callbackUrl(base, config.CALLBACK_SECRET, { importId, incarnation, seq: 1, kind }),
    country: config.DEFAULT_COUNTRY,
    timeZone: config.TIME_ZONE,
  };
  const { id, incarnation, campaign, audience } = unwrap(await claimCampaign(world, sid, channel));
  const user = c.get('user');
  const input = { id, incarnation, campaign, expected: audience.expected, user, callbackBase: base, keepHours };
  if (keepHours !== undefined) c.set('trail', { after: { keepHours } });
  return unwrap<Import>(await importOf(c, id).adopt(input, audience.numbers));
}
