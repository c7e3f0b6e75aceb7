import { MAX_RETRIES, MAX_RETRY_INTERVAL_MINUTES } from '../limits.ts';
import type { AccountRules } from '../plan/plan-template.ts';
import type { CampaignUpdate, ExotelCampaign } from '../protocol/exotel-campaign.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { editableNow, isOver } from './campaign-actions.ts';
import { checkTimes } from './check-times.ts';
import type { UpdateFault } from './update-faults.ts';

type UpdateCheck = Result<null, UpdateFault>;

const FINE: UpdateCheck = ok(null);
const VOICE_ONLY = ['flowUrl', 'repeatMenu', 'retries', 'throttle', 'customField'] as const;
/** An import finds and follows its campaign by these, so they may not be changed. */
const OF_IMPORT = ['name', 'callbacks'] as const;

/**
 * Whether Exotel would accept the change and calling hours allow it, so that a refusal comes before anything is sent.
 */
export function checkUpdate(
  campaign: ExotelCampaign,
  update: CampaignUpdate,
  account: Pick<AccountRules, 'window' | 'timeZone' | 'callsPerMinute'>,
  now: number,
): UpdateCheck {
  return (
    checkMoment(campaign, update, now) ??
    checkChannel(campaign, update) ??
    checkWords(campaign, update) ??
    checkPace(update, account.callsPerMinute) ??
    checkSchedule(campaign, update, account, now) ??
    FINE
  );
}

/** The settings that a change names, as they are called in the request. */
function namedSettings(update: CampaignUpdate): string[] {
  return Object.entries(update).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

function checkMoment(campaign: ExotelCampaign, update: CampaignUpdate, now: number): UpdateCheck | null {
  if (isOver(campaign.state)) return err({ code: 'campaign_over', state: campaign.state });
  const settings = namedSettings(update);
  if (campaign.import !== null) {
    const kept = settings.filter((name) => OF_IMPORT.some((each) => each === name));
    if (kept.length > 0) return err({ code: 'belongs_to_import', import: campaign.import.id, settings: kept });
  }
  const editable = editableNow(campaign, now);
  const late = editable === 'all' ? [] : settings.filter((name) => editable === 'none' || name !== 'callbacks');
  return late.length === 0 ? null : err({ code: 'campaign_started', channel: campaign.channel, settings: late });
}

function checkChannel({ channel }: ExotelCampaign, update: CampaignUpdate): UpdateCheck | null {
  const { callbacks = {} } = update;
  const settings =
    channel === 'sms'
      ? [...VOICE_ONLY.filter((name) => update[name] !== undefined), ...given(callbacks, ['call', 'schedule'])]
      : given(callbacks, ['message']);
  return settings.length === 0 ? null : err({ code: 'not_of_channel', channel, settings });
}

type Callbacks = NonNullable<CampaignUpdate['callbacks']>;

function given(callbacks: Callbacks, names: readonly (keyof Callbacks)[]): string[] {
  return names.filter((name) => callbacks[name] !== undefined).map((name) => `callbacks.${name}`);
}

function checkWords(campaign: ExotelCampaign, update: CampaignUpdate): UpdateCheck | null {
  if (campaign.channel === 'sms') return null;
  const { flowUrl, text, repeatMenu } = update;
  if (flowUrl !== undefined && (text !== undefined || repeatMenu !== undefined)) return err({ code: 'flow_and_text' });
  if (text !== undefined && campaign.flowType === null) return err({ code: 'text_in_flow' });
  if (repeatMenu !== undefined && campaign.flowType !== 'ivr') return err({ code: 'menu_without_ivr' });
  return null;
}

function checkPace({ retries, throttle }: CampaignUpdate, callsPerMinute: number): UpdateCheck | null {
  if (retries !== undefined && retries.count > 0) {
    const { count, intervalMinutes, on } = retries;
    const inRange = count <= MAX_RETRIES && intervalMinutes >= 1 && intervalMinutes <= MAX_RETRY_INTERVAL_MINUTES;
    if (!inRange || on.length === 0) return err({ code: 'retries_out_of_range' });
  }
  const tooFast = throttle !== undefined && throttle !== null && throttle >= callsPerMinute;
  return tooFast ? err({ code: 'throttle_not_below_account', callsPerMinute }) : null;
}

/** Times that are not changed are left to Exotel; if one is changed, both are checked. */
function checkSchedule(
  campaign: ExotelCampaign,
  update: CampaignUpdate,
  account: Pick<AccountRules, 'window' | 'timeZone'>,
  now: number,
): UpdateCheck | null {
  const sendAt = update.sendAt ?? campaign.sendAt;
  const endAt = update.endAt ?? campaign.endAt;
  if (sendAt === null || endAt === null || (sendAt === campaign.sendAt && endAt === campaign.endAt)) return null;
  const times = { sendAt: Date.parse(sendAt), endAt: Date.parse(endAt) };
  return checkTimes({ channel: campaign.channel, ...times, now, account });
}
