import { ok, type Result } from '../../../shared/result.ts';
import type { ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { StartResult } from './launch-import.ts';
import type { Fault } from '../../errors.ts';

/** What a person did to one campaign. `steered` is left out if it was not paused, resumed or ended. */
export interface CampaignEdit {
  readonly sendAt: number | null;
  readonly endAt: number | null;
  /** The campaign's retries at Exotel now; null for messages. */
  readonly retries: ExotelCampaign['retries'];
  readonly throttle: number | null;
  /** True if what its people hear was changed. */
  readonly heard: boolean;
  readonly steered?: CampaignRow['steered'] | undefined;
}

/**
 * Notes that a person changed, paused, resumed or ended a campaign at Exotel: it is read again at once, and its times
 * may now differ from the plan.
 */
export function noteCampaign(session: ImportSession, sid: string, edit: CampaignEdit): Result<StartResult, Fault> {
  const record = session.record();
  if (record === null) return { ok: false, error: { code: 'import_not_found' } };
  const row = session.rows().find((each) => each.sid === sid);
  if (row === undefined) return ok({ record, begun: false });
  const { sendAt, endAt, steered = row.steered } = edit;
  // A reading may already have shown what this call reports.
  const goneAt = steered === 'ended' ? null : row.goneAt;
  const heardChanged = row.heardChanged === true || edit.heard;
  session.putRow({ ...row, heardChanged, steered, goneAt, sendAt: sendAt ?? row.sendAt, endAt: endAt ?? row.endAt });
  return ok({ record: session.put({ ...record, readAt: 0 }), begun: true });
}

/** Why a single campaign must not call again; null if it may. */
export type NoResume = 'stopped' | 'given_up' | 'duplicate';

/** A campaign that was stopped or given up stays so, and of two campaigns under one name only one may call. */
export function noResume(session: ImportSession, sid: string, seq: number): NoResume | null {
  const row = session.row(seq);
  if (row !== undefined && row.sid !== null && row.sid !== sid) return 'duplicate';
  if (session.record()?.target === 'stop') return 'stopped';
  return row?.want === 'ended' ? 'given_up' : null;
}
