import { toChange, toSummary } from './record/import-view.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import type { ImportState, ImportSummary } from '../../shared/protocol/import.ts';
import type { ImportSession } from './record/import-session.ts';
import type { LiveMessage } from '../../shared/protocol/live.ts';

/**
 * Tells whoever watches what changed since the last time, and the account's index when the state did. Also notes when
 * the import ended: it is over once its state says so and every campaign is accounted for.
 */
export function createAnnouncer(
  session: ImportSession,
  watchers: { tell(message: LiveMessage): void },
  index: {
    readonly saveSummary: (summary: ImportSummary, life: string) => Promise<void>;
    readonly noteEnd: (summary: ImportSummary) => Promise<void>;
  },
): () => Promise<void> {
  let announced: ImportState | null = null;

  return async function announce() {
    const record = session.record();
    if (record === null) return;
    const state = session.state(record);
    const ended = (state === 'finished' || state === 'stopped') && session.rows().every((row) => row.closed);
    const current = ended && record.finishedAt === null ? session.put({ ...record, finishedAt: Date.now() }) : record;
    const changed = session.takeChanged();
    const turned = state !== announced || current !== record;
    announced = state;
    if (!turned && changed.size === 0) return;
    const view = session.view(current);
    watchers.tell(toChange(view, changed));
    if (turned) await index.saveSummary(toSummary(view), lifeOf(current));
    if (current !== record) await index.noteEnd(toSummary(view));
  };
}
