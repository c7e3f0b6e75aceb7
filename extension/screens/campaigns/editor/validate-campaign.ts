import '../../../zod-setup.ts';
import { checkUpdate } from '../../../../shared/campaign/check-update.ts';
import type { UpdateFault } from '../../../../shared/campaign/update-faults.ts';
import { parseWindowTimes } from '../../../../shared/plan/calling-window.ts';
import type { Account } from '../../../../shared/protocol/account.ts';
import { campaignUpdateSchema } from '../../../../shared/protocol/exotel-campaign.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../../../shared/protocol/exotel-campaign.ts';
import type { CampaignSetting } from './campaign-fields.ts';
import { words } from '../../../words/words.ts';

interface CampaignIssue {
  /** A field of the form; '' means the whole form. */
  readonly path: string;
  readonly message: string;
}

/** The update as it is sent; null if it does not fit the API's schema. */
export function readUpdate(update: unknown): CampaignUpdate | null {
  return campaignUpdateSchema.safeParse(update).data ?? null;
}

/** Everything for which the Worker would refuse the change, as far as it can be known here. */
export function validateCampaign(
  campaign: ExotelCampaign,
  update: unknown,
  account: Account | null,
  now: number,
): readonly CampaignIssue[] {
  const parsed = campaignUpdateSchema.safeParse(update);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path }) => {
      const [first = '', second = ''] = path.map(String);
      const setting = first === 'callbacks' ? second : first;
      return {
        path: setting === 'retries' ? `retries.${second}` : setting,
        message: isSetting(setting) ? words.campaignEditor.wrong[setting] : words.campaignEditor.wrongWhole,
      };
    });
  }
  const window = account ? parseWindowTimes(account.window) : null;
  if (!account || !window?.ok) return [];
  const checked = checkUpdate(campaign, parsed.data, { ...account, window: window.value }, now);
  if (checked.ok) return [];
  return [{ path: placeOf(checked.error, parsed.data), message: words.sentences.update(checked.error) }];
}

function isSetting(name: string): name is CampaignSetting {
  return name in words.campaignEditor.wrong;
}

/** null if the fault names its field itself, or concerns the whole form. */
const PLACES: Readonly<Record<UpdateFault['code'], CampaignSetting | null>> = {
  starts_too_soon: 'sendAt',
  ends_before_start: 'endAt',
  span_too_short: 'endAt',
  ends_another_day: 'endAt',
  closed_day: 'sendAt',
  throttle_not_below_account: 'throttle',
  retries_out_of_range: 'retries',
  outside_calling_hours: null,
  campaign_over: null,
  campaign_started: null,
  belongs_to_import: null,
  not_of_channel: null,
  variables_not_in_list: 'text',
  text_in_flow: null,
  flow_and_text: null,
  menu_without_ivr: null,
};

function placeOf(fault: UpdateFault, update: CampaignUpdate): string {
  if (fault.code === 'outside_calling_hours') return fault.setting;
  const place = PLACES[fault.code];
  if (place !== 'retries') return place ?? '';
  return update.retries?.on.length === 0 ? 'retries.on' : 'retries.intervalMinutes';
}
