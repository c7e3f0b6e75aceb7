import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { ACTIONS, act } from '../campaigns/campaign-status.ts';
import { invalid } from '../campaigns/check-flow.ts';
import { toToldIst } from '../campaigns/ist-time.ts';
import type { Refusal } from '../http/refusal.ts';
import { checkMessageCampaign } from './check-message-campaign.ts';
import type { CheckMessageAgainst, WireMessageCampaign } from './check-message-campaign.ts';
import type { MessageCampaign, MessageSpec } from './message-campaign.ts';
import type { Messenger } from './messenger.ts';

/** A PUT with `action`. An action that the status does not allow is a conflict, as with calls. */
export function actOnMessages(
  campaign: MessageCampaign,
  given: string,
  now: number,
  messenger: Messenger,
): Result<null, Refusal> {
  const action = ACTIONS.find((known) => known === given && known !== 'delete');
  if (action === undefined) return invalid(`action ${given} is not allowed`);
  const hasStarted = campaign.startedAt !== null || campaign.spec.startAt <= now;
  const next = act(campaign.status, action, hasStarted);
  if (!next.ok) {
    const description = `Action ${action} is not allowed on a campaign that is ${campaign.status}`;
    return err({ code: 'conflict', description });
  }
  if (action === 'pause') messenger.pause(campaign, now);
  else if (next.value === 'in-progress') messenger.goOn(campaign, now);
  else if (action === 'complete') messenger.finish(campaign, now);
  else {
    campaign.status = next.value;
    campaign.updatedAt = now;
  }
  return ok(null);
}

/**
 * A PUT without `action`: it may change everything before the start, nothing after. Absent fields are kept (a guess).
 */
export function updateMessages(
  campaign: MessageCampaign,
  wire: WireMessageCampaign,
  against: Omit<CheckMessageAgainst, 'snapshot'>,
  messenger: Messenger,
): Result<null, Refusal> {
  const { spec } = campaign;
  const isLate = campaign.status !== 'created' || spec.startAt <= against.now;
  if (isLate) return invalid('a campaign that has started can not be updated');
  const given = Object.fromEntries(Object.entries(wire).filter(([, value]) => value != null));
  const changesLists = wire.lists != null || wire.content_type != null;
  const checked = checkMessageCampaign(
    { ...asSent(spec), ...given },
    { ...against, snapshot: changesLists ? null : { audience: spec.audience, numbers: spec.numbers } },
  );
  if (!checked.ok) return checked;
  const rescheduled = checked.value.startAt !== spec.startAt || checked.value.endAt !== spec.endAt;
  campaign.spec = checked.value;
  campaign.updatedAt = against.now;
  if (rescheduled) {
    campaign.scheduleVersion += 1;
    messenger.schedule(campaign);
  }
  return ok(null);
}

function asSent(spec: MessageSpec): WireMessageCampaign {
  return {
    name: spec.name,
    content_type: spec.audience.type,
    lists: [...spec.audience.lists],
    channel: 'SMS',
    schedule: { start_time: toToldIst(spec.startAt, spec), end_time: toToldIst(spec.endAt, spec) },
    dlt_entity_id: spec.dltEntityId,
    dlt_template_id: spec.dltTemplateId,
    sender_id: spec.senderId,
    sms_type: spec.smsType === 'transactional' ? 'Transactional' : 'Promotional',
    template: spec.template,
    status_callback: spec.statusCallback,
    sms_status_callback: spec.smsStatusCallback,
  };
}
