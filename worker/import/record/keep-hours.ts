import { KEEPER_LEAD_SECONDS } from '../../../shared/safety-limits.ts';
import { isOver } from '../../../shared/campaign/campaign-actions.ts';
import { opensAt, type CallingHours } from '../../../shared/plan/open-hours.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { TargetState } from '../outbox/next-step.ts';

/**
 * A campaign made elsewhere may run past calling hours, because Exotel does not enforce them. Shortly before they close
 * it is paused; once it is silent it is marked to be resumed, which waits until they open. A campaign that a person or
 * somebody at Exotel paused is left alone, and so is every campaign while the whole import is paused.
 */
export function keepHours(row: CampaignRow, target: TargetState, hours: CallingHours, now: number): CampaignRow {
  if (row.kept && (target !== 'run' || isOver(row.state))) return { ...row, kept: false };
  if (target !== 'run') return row;
  const soon = now + KEEPER_LEAD_SECONDS * 1000;
  const isClosed = opensAt(hours, now) > now;
  const isClosing = !isClosed && opensAt(hours, soon) > soon;
  if (row.kept && row.state === 'paused' && row.want === null) {
    // If hours are closing right now, asking to resume would resume it at once.
    return isClosing ? row : { ...row, want: 'running', kept: false };
  }
  const isShut = isClosed || isClosing;
  const rings = row.state === 'in_progress' || (row.state === 'created' && row.sendAt <= soon);
  if (!isShut || !rings || row.want === 'paused' || row.want === 'ended') return row;
  return { ...row, want: 'paused', kept: true, actionAt: 0 };
}
