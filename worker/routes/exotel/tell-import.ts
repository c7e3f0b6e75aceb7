import { importOf, type AppContext } from '../../context.ts';
import { logEvent } from '../../log.ts';
import type { CampaignEdit } from '../../import/intake/note-campaign.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';

/**
 * Tells a campaign's import to read the campaign again now. If this fails, the change is still done, and the import
 * reads it within a minute anyway.
 */
export async function tellImport(
  c: AppContext,
  campaign: ExotelCampaign,
  steered?: CampaignEdit['steered'],
  heard = false,
): Promise<void> {
  if (campaign.import === null) return;
  try {
    await importOf(c, campaign.import.id).campaignEdited(campaign.sid, {
      sendAt: timeOf(campaign.sendAt),
      endAt: timeOf(campaign.endAt),
      retries: campaign.retries,
      throttle: campaign.throttle,
      heard,
      steered,
    });
  } catch (cause) {
    logEvent('import_not_told', { importId: campaign.import.id }, cause);
  }
}

function timeOf(text: string | null): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}
