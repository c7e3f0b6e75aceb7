import { ok, type Result } from '../../../shared/result.ts';
import { campaignApi } from '../../exotel/campaign-api.ts';
import { newCampaignRow } from '../outbox/campaign-row.ts';
import { followedTemplate } from './adopted-template.ts';
import { newImportRecord, type ImportRecord } from '../record/import-record.ts';
import type { CampaignRecord } from '../../campaign/campaign-store.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { StartResult } from './launch-import.ts';

/** A campaign made elsewhere that an import is to follow like one of our own. */
export interface AdoptInput {
  readonly id: string;
  /** Known before the import exists, because the campaign's callbacks are pointed at it first. */
  readonly incarnation: string;
  readonly campaign: ExotelCampaign;
  /** How many people it calls, as far as Exotel tells. */
  readonly expected: number;
  readonly user: string;
  /** Undefined leaves the setting unchanged. */
  readonly keepHours?: boolean | undefined;
  readonly callbackBase: string;
}

/** Adopts a campaign. If an import already follows it, that import is answered. */
export function adoptCampaign(session: ImportSession, input: AdoptInput, now: number): Result<StartResult, Fault> {
  const known = session.record();
  if (known !== null) return ok({ record: withKeeper(session, known, input.keepHours), begun: false });
  const { id, incarnation, campaign, expected, user, callbackBase } = input;
  const opened = newImportRecord(
    {
      id,
      name: campaign.name,
      createdBy: user,
      template: followedTemplate(campaign, user, now),
      fileName: campaign.name,
      fileBytes: 0,
      callbackBase,
      origin: { kind: 'campaign', sid: campaign.sid, keepsHours: input.keepHours === true },
    },
    { incarnation, now, expiresAt: null },
  );
  const row = newCampaignRow({
    seq: 1,
    name: campaign.name,
    firstContact: 0,
    contacts: expected,
    sendAt: timeOf(campaign.sendAt, now),
    endAt: timeOf(campaign.endAt, now),
    lists: [],
    deletable: campaignApi(campaign.channel).deletes,
  });
  session.putRow({ ...row, sid: campaign.sid, state: campaign.state === 'unknown' ? 'created' : campaign.state });
  return ok({ record: session.put({ ...opened, launchedAt: now, launchedBy: user }), begun: true });
}

function withKeeper(session: ImportSession, record: ImportRecord, keepsHours: boolean | undefined): ImportRecord {
  const { origin } = record;
  if (keepsHours === undefined || origin.kind !== 'campaign' || origin.keepsHours === keepsHours) return record;
  return session.put({ ...record, origin: { ...origin, keepsHours } });
}

/** The record that its campaign object is opened with: its people become known as they are reported. */
export function adoptedRecord({ id, incarnation, campaign, expected }: AdoptInput, country: string): CampaignRecord {
  const { count = 0, on = [] } = campaign.retries ?? {};
  const open = { expected, sender: campaign.sender };
  return { importId: id, incarnation, seq: 1, retryCount: count, retryOn: on, country, open };
}

function timeOf(text: string | null, otherwise: number): number {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? otherwise : time;
}
