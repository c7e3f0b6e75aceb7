import type { Import } from '../../../shared/protocol/import.ts';
import type { LiveMessage } from '../../../shared/protocol/live.ts';
import { assertNever } from '../../../shared/result.ts';

/** The import after a live message; null if it was deleted, or if a change came before any snapshot. */
export function applyLiveMessage(current: Import | null, message: LiveMessage): Import | null {
  switch (message.type) {
    case 'snapshot':
      return message.import;
    case 'deleted':
      return null;
    case 'change': {
      if (!current) return null;
      const { state, contacts, attention, finishedAt, asOf } = message;
      const changed = new Map(message.campaigns.map((campaign) => [campaign.seq, campaign]));
      const kept = current.campaigns.map((campaign) => changed.get(campaign.seq) ?? campaign);
      const present = new Set(kept.map((campaign) => campaign.seq));
      const added = message.campaigns.filter((campaign) => !present.has(campaign.seq));
      return { ...current, state, contacts, attention, finishedAt, asOf, campaigns: [...kept, ...added] };
    }
    default:
      return assertNever(message);
  }
}
