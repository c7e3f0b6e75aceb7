import type { ExotelCampaign } from '../../../../shared/protocol/exotel-campaign.ts';
import { fromLocalTime, toLocalTime } from '../../../state/local-time.ts';
import { NEW_TEMPLATE } from '../../../state/template-fields.ts';
import type { RetryFieldValues } from '../../../state/template-fields.ts';

const TEXT_SETTINGS = ['name', 'sender', 'flowUrl', 'text', 'customField'] as const;
const TIME_SETTINGS = ['sendAt', 'endAt'] as const;
const CALLBACK_SETTINGS = ['call', 'schedule', 'message', 'campaign'] as const;

/** A field of the form, by its name in the request. */
export type CampaignSetting =
  | (typeof TEXT_SETTINGS)[number]
  | (typeof TIME_SETTINGS)[number]
  | (typeof CALLBACK_SETTINGS)[number]
  | 'repeatMenu'
  | 'retries'
  | 'throttle';

/** A campaign's settings in the form, as typed and not yet judged. Times are in the account's zone. */
export type CampaignFields = RetryFieldValues & {
  readonly [Setting in Exclude<CampaignSetting, 'retries'>]: string;
};

/**
 * The settings that may change now, in the order of the form: those that Exotel accepts, but for a campaign of an
 * import not its name and callbacks, by which the import finds and follows it.
 */
export function openSettings(campaign: ExotelCampaign): CampaignSetting[] {
  const { editable, channel, flowType, import: own } = campaign;
  if (editable === 'none') return [];
  const sms = channel === 'sms';
  const callbacks: CampaignSetting[] =
    own !== null ? [] : sms ? ['message', 'campaign'] : ['call', 'schedule', 'campaign'];
  if (editable === 'callbacks') return callbacks;
  const name: CampaignSetting[] = own === null ? ['name'] : [];
  if (sms) return [...name, 'sender', 'text', ...TIME_SETTINGS, ...callbacks];
  const said: CampaignSetting[] =
    flowType === null ? ['flowUrl'] : flowType === 'ivr' ? ['text', 'repeatMenu'] : ['text'];
  return [...name, 'sender', ...said, 'customField', ...TIME_SETTINGS, 'throttle', 'retries', ...callbacks];
}

export function toCampaignFields(campaign: ExotelCampaign, timeZone: string): CampaignFields {
  const { callbacks, retries, throttle, repeatMenu } = campaign;
  const retried = retries !== null && retries.count > 0;
  return {
    name: campaign.name,
    sender: campaign.sender ?? '',
    flowUrl: campaign.flowUrl ?? '',
    text: campaign.text ?? '',
    customField: campaign.customField ?? '',
    repeatMenu: String(repeatMenu ?? 0),
    throttle: throttle === null ? '' : String(throttle),
    retryCount: String(retries?.count ?? 0),
    retryInterval: retried ? String(retries.intervalMinutes) : NEW_TEMPLATE.retryInterval,
    mechanism: retries?.mechanism ?? NEW_TEMPLATE.mechanism,
    retryOn: retried ? retries.on : NEW_TEMPLATE.retryOn,
    sendAt: toLocalTime(campaign.sendAt, timeZone),
    endAt: toLocalTime(campaign.endAt, timeZone),
    call: callbacks.call ?? '',
    schedule: callbacks.schedule ?? '',
    message: callbacks.message ?? '',
    campaign: callbacks.campaign ?? '',
  };
}

/** The update to send, not yet judged: only settings that may change and were changed. */
export function toCampaignUpdate(
  fields: CampaignFields,
  initial: CampaignFields,
  open: readonly CampaignSetting[],
  timeZone: string,
): Record<string, unknown> {
  const changed = (setting: Exclude<CampaignSetting, 'retries'>) =>
    open.includes(setting) && fields[setting] !== initial[setting];
  const update: Record<string, unknown> = {};
  for (const setting of TEXT_SETTINGS) if (changed(setting)) update[setting] = fields[setting].trim();
  for (const setting of TIME_SETTINGS) {
    if (changed(setting)) update[setting] = fromLocalTime(fields[setting], timeZone) ?? fields[setting];
  }
  if (changed('repeatMenu')) update['repeatMenu'] = toNumber(fields.repeatMenu);
  if (changed('throttle')) update['throttle'] = fields.throttle.trim() === '' ? null : toNumber(fields.throttle);
  const retries = JSON.stringify(retriesOf(fields)) !== JSON.stringify(retriesOf(initial));
  if (open.includes('retries') && retries) update['retries'] = retriesOf(fields);
  const callbacks = CALLBACK_SETTINGS.filter(changed).map((kind) => [kind, fields[kind].trim() || null] as const);
  if (callbacks.length > 0) update['callbacks'] = Object.fromEntries(callbacks);
  return update;
}

function retriesOf({ retryCount, retryInterval, mechanism, retryOn }: RetryFieldValues): Record<string, unknown> {
  const count = toNumber(retryCount);
  if (count === 0) return { count, intervalMinutes: 0, mechanism: 'Linear', on: [] };
  return { count, intervalMinutes: toNumber(retryInterval), mechanism, on: retryOn };
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
