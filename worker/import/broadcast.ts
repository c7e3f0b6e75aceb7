import { toChange, toSummary } from './record/import-view.ts';
import { logEvent } from '../log.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { stateNews } from './record/state-event.ts';
import type { OutgoingEvent } from '../events/outgoing-event.ts';
import type { ImportState, ImportSummary } from '../../shared/protocol/import.ts';
import type { ImportSession } from './record/import-session.ts';
import type { LiveMessage } from '../../shared/protocol/live.ts';

interface Announcer {
  readonly announce: () => Promise<void>;
  readonly isUntold: () => boolean;
}

/**
 * Tells watchers what changed since the last time, the account's index when the state changed, and the destinations.
 * Also notes when the import ended: when its state says so and every campaign is accounted for.
 */
export function createAnnouncer(
  session: ImportSession,
  watchers: { tell(message: LiveMessage): void },
  others: {
    readonly saveSummary: (summary: ImportSummary, life: string) => Promise<void>;
    readonly noteEnd: (summary: ImportSummary) => Promise<void>;
    readonly tell: (event: OutgoingEvent) => Promise<void>;
  },
): Announcer {
  let announced: ImportState | null = null;
  /** Telling the destinations failed: it is tried again even if nothing else happens. */
  let isUntold = false;

  return { announce, isUntold: () => isUntold };

  async function announce(): Promise<void> {
    const record = session.record();
    if (record === null) return;
    const state = session.state(record);
    const ended = (state === 'finished' || state === 'stopped') && session.rows().every((row) => row.closed);
    const current = ended && record.finishedAt === null ? session.put({ ...record, finishedAt: Date.now() }) : record;
    const changed = session.takeChanged();
    const turned = state !== announced || current !== record;
    announced = state;
    if (!turned && changed.size === 0 && !isUntold) return;
    const view = session.view(current);
    if (turned || changed.size > 0) watchers.tell(toChange(view, changed));
    if (turned) await others.saveSummary(toSummary(view), lifeOf(current));
    if (current !== record) await others.noteEnd(toSummary(view));
    const news = stateNews(current, view, Date.now());
    isUntold = news !== null;
    if (news === null) return;
    try {
      if (news.event !== null) await others.tell(news.event);
    } catch (cause) {
      // A failure to tell others must never hold up the launch.
      logEvent('state_not_told', { importId: current.id }, cause);
      return;
    }
    const now = session.record();
    if (now !== null) session.put({ ...now, told: news.told });
    isUntold = false;
  }
}
