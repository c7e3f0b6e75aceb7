import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { aheadOf, head } from '../dialler/call.ts';
import type { Call, Handler } from '../dialler/call.ts';
import { createCampaign } from './campaign.ts';
import type { Campaign } from './campaign.ts';
import { checkCampaign } from './check-campaign.ts';
import type { CheckAgainst } from './check-campaign.ts';
import { invalid } from './check-flow.ts';
import { succeed } from '../http/envelope.ts';
import type { Answer } from '../http/envelope.ts';
import { campaignId } from '../http/ids.ts';
import { listCampaigns } from './list-campaigns.ts';
import type { VOICE_OPERATIONS } from '../http/operation-names.ts';
import { readPage, readStatuses } from '../http/page-query.ts';
import type { Refusal } from '../http/refusal.ts';
import { renderCall, toCallStatus } from './render-calls.ts';
import { renderCampaign, renderUpdated } from './render-campaign.ts';
import { actOn, readAction, updateCampaign } from './update-campaign.ts';
import { readWireCampaign } from '../http/wire-campaign.ts';

/** What each operation on voice campaigns does. */
export const VOICE_HANDLERS: Record<(typeof VOICE_OPERATIONS)[number], Handler> = {
  create: (call) => {
    const wire = readWireCampaign(call.body);
    if (!wire.ok) return wire;
    const spec = checkCampaign(wire.value, checkAgainst(call, aheadOf(call)));
    if (!spec.ok) return spec;
    const { account, now, realNow: createdAtReal } = call;
    const ordinal = call.nextOrdinal();
    const birth = {
      ordinal,
      id: campaignId(account.seed, ordinal, now),
      createdAt: now,
      createdAtReal,
      spec: spec.value,
    };
    const campaign = createCampaign(birth, () => account.settings.statsLagMs);
    account.ledger.campaigns.push(campaign);
    account.byId.set(campaign.id, campaign);
    account.dialler.schedule(campaign);
    return ok(succeed({ ...head(call, 'POST'), items: [renderCampaign(campaign, 'create', context(call))] }));
  },

  get: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    // Exotel's sample has counts of 0 here although one record is returned.
    const metadata = { count: 0, offset: 0, total: 0, limit: 20 };
    return ok(
      succeed({ ...head(call, 'GET'), metadata, items: [renderCampaign(campaign.value, 'get', context(call))] }),
    );
  },

  list: (call) => {
    const { account, query, realNow } = call;
    const found = listCampaigns(account.ledger.campaigns, query, account.settings, realNow);
    if (!found.ok) return found;
    const { campaigns, total, page } = found.value;
    const metadata = { count: campaigns.length, offset: page.offset, total, limit: page.limit };
    const items = campaigns.map((campaign) => renderCampaign(campaign, 'list', context(call)));
    return ok(succeed({ ...head(call, 'GET'), status: 207, metadata, items }));
  },

  update: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const wire = readWireCampaign(call.body);
    if (!wire.ok) return wire;
    const updated = updateCampaign(
      campaign.value,
      wire.value,
      checkAgainst(call, campaign.value.spec.aheadMs),
      call.account.dialler,
    );
    if (!updated.ok) return updated;
    return ok(succeed({ ...head(call, 'POST'), items: [renderUpdated(campaign.value, context(call))] }));
  },

  action: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const wire = readWireCampaign(call.body);
    if (!wire.ok) return wire;
    const action = readAction(wire.value);
    if (!action.ok) return action;
    const done = actOn(campaign.value, action.value, call.now, call.account.dialler);
    if (!done.ok) return done;
    return ok(succeed({ ...head(call, 'POST'), items: [renderUpdated(campaign.value, context(call))] }));
  },

  delete: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const done = actOn(campaign.value, 'delete', call.now, call.account.dialler);
    if (!done.ok) return done;
    return ok(succeed({ ...head(call, 'DELETE'), items: [renderUpdated(campaign.value, context(call))] }));
  },

  calls: (call) => {
    const campaign = find(call);
    return campaign.ok ? listCalls(call, campaign.value) : campaign;
  },
};

const CALL_STATUSES = ['completed', 'failed', 'busy', 'no-answer'] as const;

function listCalls(call: Call, campaign: Campaign): Result<Answer, Refusal> {
  const { account, query, now } = call;
  const { statsLagMs, noCallsIs404, maxCallsPage } = account.settings;
  const page = readPage(query);
  if (!page.ok) return page;
  const statuses = readStatuses(query.get('status'), CALL_STATUSES);
  if (!statuses.ok) return statuses;
  const sortBy = (query.get('sort_by') ?? 'date_created:desc').toLowerCase();
  if (!/^date_created(?::(?:asc|desc))?$/.test(sortBy)) return invalid(`sort_by ${sortBy} is not allowed`);

  const all = campaign.calls.endedBy(now - statsLagMs);
  if (all.length === 0 && noCallsIs404) return err({ code: 'not_found', description: 'Not Found' });
  const wanted = statuses.value;
  const rows = wanted === null ? [...all] : all.filter((row) => wanted.has(toCallStatus(row.result)));
  if (sortBy.endsWith(':desc')) rows.reverse();
  const { offset } = page.value;
  const limit = Math.min(page.value.limit, maxCallsPage);
  const shown = rows.slice(offset, offset + limit);
  const metadata = { count: shown.length, offset, total: rows.length, limit };
  const items = shown.map((row) => ({ data: renderCall(campaign, row, account.seed) }));
  return ok(succeed({ ...head(call, 'GET'), metadata, items }));
}

function find({ account, id }: Call): Result<Campaign, Refusal> {
  const campaign = account.byId.get(id);
  const isShown = campaign !== undefined && (campaign.status !== 'deleted' || account.settings.showDeleted);
  return isShown ? ok(campaign) : err({ code: 'not_found', description: 'Not Found' });
}

function context({ account, now }: Call): { accountSid: string; now: number } {
  return { accountSid: account.identity.sid, now };
}

function checkAgainst({ account, now, realNow }: Call, aheadMs: number): CheckAgainst {
  const { identity, settings, script } = account;
  return {
    sid: identity.sid,
    exophones: identity.exophones,
    callsPerMinute: settings.callsPerMinute,
    isRefused: script.isRefused,
    now,
    realNow,
    aheadMs,
    pastSendAt: settings.pastSendAt,
    book: account.book,
    listNotReady: settings.listNotReady,
  };
}
