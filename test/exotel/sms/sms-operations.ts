import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { aheadOf, head } from '../dialler/call.ts';
import type { Call, Handler } from '../dialler/call.ts';
import { succeedWith } from '../http/envelope.ts';
import { hexId } from '../http/ids.ts';
import type { SMS_OPERATIONS } from '../http/operation-names.ts';
import type { Page } from '../http/page-query.ts';
import { readJson } from '../http/read-json.ts';
import type { Refusal } from '../http/refusal.ts';
import { actOnMessages, updateMessages } from './change-message-campaign.ts';
import { checkMessageCampaign, wireMessageCampaign } from './check-message-campaign.ts';
import type { CheckMessageAgainst } from './check-message-campaign.ts';
import { listMessageCampaigns, listMessages } from './list-message-campaigns.ts';
import { createMessageCampaign } from './message-campaign.ts';
import type { MessageCampaign } from './message-campaign.ts';
import { renderMessage, renderMessageCampaign } from './render-message-campaign.ts';

/** Message campaigns. Their bodies have no wrapper, the update answers with an object, and none can be deleted. */
export const SMS_HANDLERS: Record<(typeof SMS_OPERATIONS)[number], Handler> = {
  sms_create: (call) => {
    const wire = readJson(call.body, wireMessageCampaign);
    if (!wire.ok) return wire;
    const spec = checkMessageCampaign(wire.value, { ...against(call, aheadOf(call)), snapshot: null });
    if (!spec.ok) return spec;
    const { account, now, realNow: createdAtReal } = call;
    const ordinal = call.nextOrdinal();
    // The sid in Exotel's sample ends with the second in which the campaign was created.
    const sid = hexId(account.seed, `message campaign ${ordinal}`).slice(0, 22) + String(Math.floor(now / 1_000));
    const birth = { ordinal, sid, createdAt: now, createdAtReal, spec: spec.value };
    const campaign = createMessageCampaign(birth, () => account.settings.statsLagMs);
    account.ledger.messageCampaigns.push(campaign);
    account.messagesBySid.set(sid, campaign);
    account.messenger.schedule(campaign);
    return one(call, campaign);
  },

  sms_get: (call) => {
    const campaign = find(call);
    return campaign.ok ? one(call, campaign.value) : campaign;
  },

  sms_list: (call) => {
    const { account, query, realNow } = call;
    const { listLagMs } = account.settings;
    const found = listMessageCampaigns(account.ledger.messageCampaigns, query, { listLagMs, realNow });
    if (!found.ok) return found;
    const { shown, total, page } = found.value;
    const items = shown.map((campaign) => item(call, campaign));
    return ok(succeedWith(head(call, 'GET'), items, pageOf(page, shown.length, total)));
  },

  sms_action: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const wire = readJson(call.body, wireMessageCampaign);
    if (!wire.ok) return wire;
    const done = actOnMessages(campaign.value, wire.value.action ?? '', call.now, call.account.messenger);
    return done.ok ? ok(succeedWith(head(call, 'PUT'), item(call, campaign.value))) : done;
  },

  sms_update: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const wire = readJson(call.body, wireMessageCampaign);
    if (!wire.ok) return wire;
    const done = updateMessages(
      campaign.value,
      wire.value,
      against(call, campaign.value.spec.aheadMs),
      call.account.messenger,
    );
    return done.ok ? ok(succeedWith(head(call, 'PUT'), item(call, campaign.value))) : done;
  },

  sms_messages: (call) => {
    const campaign = find(call);
    if (!campaign.ok) return campaign;
    const found = listMessages(campaign.value, call.query, call.now - call.account.settings.statsLagMs);
    if (!found.ok) return found;
    const { shown, total, page } = found.value;
    const items = shown.map((place) => ({
      code: 200,
      status: 'success',
      data: renderMessage(campaign.value, place, call.account.seed),
    }));
    return ok(succeedWith(head(call, 'GET'), items, pageOf(page, shown.length, total)));
  },
};

function one(call: Call, campaign: MessageCampaign): ReturnType<Handler> {
  const only = item(call, campaign);
  const { smsShape } = call.account.settings;
  return ok(succeedWith(head(call, call.method), smsShape === 'array' ? [only] : only));
}

/** An item without `error_data`, as in Exotel's sample. */
function item({ account, now }: Call, campaign: MessageCampaign): unknown {
  return { code: 200, status: 'success', data: renderMessageCampaign(campaign, account.identity.sid, now) };
}

function find({ account, id }: Call): Result<MessageCampaign, Refusal> {
  const campaign = account.messagesBySid.get(id);
  return campaign === undefined ? err({ code: 'not_found', description: 'Not Found' }) : ok(campaign);
}

function against({ account, now, realNow }: Call, aheadMs: number): Omit<CheckMessageAgainst, 'snapshot'> {
  const { pastSendAt, listNotReady } = account.settings;
  return { sid: account.identity.sid, book: account.book, listNotReady, pastSendAt, now, realNow, aheadMs };
}

function pageOf({ offset, limit }: Page, count: number, total: number): Readonly<Record<string, number>> {
  return { count, offset, total, limit };
}
