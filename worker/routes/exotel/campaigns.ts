import { Hono } from 'hono';
import {
  campaignActionSchema,
  campaignUpdateSchema,
  type ExotelCampaign,
} from '../../../shared/protocol/exotel-campaign.ts';
import { callbackUrl } from '../../callbacks/callback-mac.ts';
import { PERSON, SAFETY } from '../../account/request-budget.ts';
import { accountRules } from '../../import/record/import-settings.ts';
import { accountsOf, configOf, peopleOf, importOf, unwrap, type AppContext, type AppTypes } from '../../context.ts';
import { actOnCampaign } from '../../dashboard/act-on-campaign.ts';
import { claimCampaign } from '../../dashboard/claim-campaign.ts';
import { campaignWorld } from '../../dashboard/dashboard-deps.ts';
import {
  callQuerySchema,
  campaignQuerySchema,
  channelSchema,
  type CallQuery,
  type CampaignQuery,
} from '../../dashboard/campaign-query.ts';
import { readQuery } from '../../read-query.ts';
import { findCampaign } from '../../dashboard/find-campaign.ts';
import { listCalls, listCampaigns } from '../../dashboard/list-campaigns.ts';
import { updateCampaign } from '../../dashboard/update-campaign.ts';
import { parseAs, readJson } from '../../request-body.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ApiError, type Fault } from '../../errors.ts';
import { tellImport } from './tell-import.ts';
import type { CampaignEdit } from '../../import/intake/note-campaign.ts';
import type { CallbackKind } from '../../callbacks/read-callback.ts';
import { adoptRequestSchema } from '../../../shared/protocol/import-requests.ts';
import type { z } from 'zod';
import type { Import } from '../../../shared/protocol/import.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import type { CallingHours } from '../../../shared/plan/open-hours.ts';
import type { CampaignUpdate, ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';

/** Campaigns as Exotel has them, ours and those made elsewhere. Nothing is kept here: every answer is Exotel's, now. */
export function campaignRoutes(): Hono<AppTypes> {
  const routes = new Hono<AppTypes>();

  async function list(c: AppContext, asked: CampaignQuery): Promise<Response> {
    return c.json(unwrap(await listCampaigns(campaignWorld(c), asked)));
  }

  async function calls(c: AppContext, sid: string, asked: CallQuery): Promise<Response> {
    return c.json(unwrap(await listCalls(campaignWorld(c), sid, asked)));
  }

  routes.get('/', (c) => list(c, readQuery(c, campaignQuerySchema)));

  // Both searches with everything in the body, too: names and numbers in an address would stand in logs.
  routes.post('/find', async (c) => list(c, parseAs(campaignQuerySchema, (await readJson(c)) ?? {})));
  routes.post('/:sid/calls/find', async (c) =>
    calls(c, c.req.param('sid'), parseAs(callQuerySchema, (await readJson(c)) ?? {})),
  );

  routes.get('/:sid', async (c) => {
    const found = unwrap(await findCampaign(campaignWorld(c), c.req.param('sid'), channelOf(c)));
    return c.json(found.campaign);
  });

  routes.put('/:sid', async (c) => {
    const update = parseAs(campaignUpdateSchema, await readJson(c));
    const target = { sid: c.req.param('sid'), channel: channelOf(c) };
    const rules = accountRules(configOf(c), await peopleOf(c).calendar());
    const ruledBy = async (before: ExotelCampaign) => {
      // A key of its own in an address, or a number: of callbacks only that they were changed.
      c.set('trail', {
        before: namedIn(before, update),
        after: update.callbacks ? { ...update, callbacks: {} } : update,
      });
      return ruledByImport(c, before, update);
    };
    const campaign = unwrap(await updateCampaign({ ...campaignWorld(c), ruledBy }, target, update, rules));
    await tellImport(c, campaign, undefined, changesHeard(update));
    return c.json(campaign);
  });

  routes.delete('/:sid', async (c) => {
    await act(c, c.req.param('sid'), 'delete');
    return c.body(null, 204);
  });

  routes.post('/:sid/actions', async (c) => {
    const { action } = parseAs(campaignActionSchema, await readJson(c));
    return c.json(await act(c, c.req.param('sid'), action));
  });

  routes.get('/:sid/calls', (c) => calls(c, c.req.param('sid'), readQuery(c, callQuerySchema)));

  routes.post('/:sid/adopt', async (c) =>
    c.json(await adopt(c, c.req.param('sid'), parseAs(adoptRequestSchema, (await readJson(c)) ?? {}))),
  );

  return routes;
}

/** The hours of its import; and what two people approved is not changed by one. */
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

/** What of a campaign decides what people hear, and from whom. */
const HEARD = ['text', 'flowUrl', 'repeatMenu', 'sender', 'customField'] as const;
const changesHeard = (update: CampaignUpdate): boolean => HEARD.some((name) => update[name] !== undefined);
const APPROVED_BY_TWO =
  'Two people approved what these people hear, so that one alone cannot change it. Stop the import, and start it anew.';

/** As it was, of what a change names. */
function namedIn(campaign: ExotelCampaign, update: CampaignUpdate): Record<string, unknown> {
  const names = new Set(Object.keys(update));
  return Object.fromEntries(Object.entries(campaign).filter(([name]) => names.has(name) && name !== 'callbacks'));
}

function channelOf(c: AppContext): Channel {
  return readQuery(c, channelSchema).channel;
}

async function act(c: AppContext, sid: string, action: ExotelAction): Promise<ExotelCampaign> {
  if (action === 'resume' && (await accountsOf(c).isStopped())) throw new ApiError({ code: 'everything_stopped' });
  // To silence a campaign comes before everything ordinary, whoever made it.
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
  const campaign = unwrap(await actOnCampaign(world, sid, channelOf(c), action));
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

/** Answers the import that follows it, also when it did before. */
async function adopt(c: AppContext, sid: string, { keepHours }: z.output<typeof adoptRequestSchema>): Promise<Import> {
  // It would ring while everybody believes that nothing does.
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
  const { id, incarnation, campaign, audience } = unwrap(await claimCampaign(world, sid, channelOf(c)));
  const user = c.get('user');
  const input = { id, incarnation, campaign, expected: audience.expected, user, callbackBase: base, keepHours };
  if (keepHours !== undefined) c.set('trail', { after: { keepHours } });
  return unwrap<Import>(await importOf(c, id).adopt(input, audience.numbers));
}
