import type { CampaignState } from '../../shared/protocol/campaign-view.ts';
import type { Tone } from './import-states.ts';

export const CAMPAIGN_TONES: Readonly<Record<CampaignState, Tone>> = {
  planned: 'neutral',
  pending: 'neutral',
  uploading: 'active',
  sending: 'active',
  in_doubt: 'warn',
  refused: 'danger',
  held: 'warn',
  cancelled: 'neutral',
  created: 'neutral',
  in_progress: 'active',
  paused: 'warn',
  completed: 'good',
  failed: 'danger',
  canceled: 'neutral',
  deleted: 'neutral',
  archived: 'good',
  unknown: 'warn',
};
