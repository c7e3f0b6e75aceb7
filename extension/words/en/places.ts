import type { ImportState } from '../../../shared/protocol/import.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import { OUTCOME_WORDS } from '../../../shared/protocol/outcome-words.ts';
import { formatCount } from '../format-number.ts';

const importState: Record<ImportState, string> = {
  receiving: 'Uploading',
  checked: 'Ready to start',
  launching: 'Launching',
  running: 'Running',
  paused: 'Paused',
  stopping: 'Stopping',
  stopped: 'Stopped',
  finished: 'Finished',
  failed: 'Failed',
  needs_attention: 'Needs attention',
};

const campaignState: Record<CampaignState, string> = {
  planned: 'Planned',
  pending: 'Waiting to launch',
  uploading: 'Uploading its lists',
  sending: 'Launching',
  in_doubt: 'Checking at Exotel',
  refused: 'Refused',
  held: 'Held',
  cancelled: 'Cancelled',
  created: 'Scheduled',
  in_progress: 'Calling',
  paused: 'Paused',
  completed: 'Completed',
  failed: 'Failed',
  canceled: 'Stopped',
  deleted: 'Deleted',
  archived: 'Archived',
  unknown: 'Unknown',
};

const standing = {
  finished_short: (count: number) => `Finished, ${formatCount(count)} without a result from Exotel`,
  stopped_short: (count: number) => `Stopped, ${formatCount(count)} without a result from Exotel`,
  settling: (count: number) => `Stopped, ${formatCount(count)} still settling`,
};

/** An import that waits for its start, and whose start needs two. */
const approval = { asked: 'Approval asked', sent_back: 'Sent back', approved: 'Approved' };

/** One word for each place something can be in: the same on every screen. */
export const places = {
  importState,
  campaignState,
  standing,
  approval,
  sending: 'Sending',
  outcome: OUTCOME_WORDS.voice,
  messageOutcome: OUTCOME_WORDS.sms,
};
