import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { newEvent } from '../../events/outgoing-event.ts';
import { toSummary } from './import-view.ts';
import type { Import, ImportState } from '../../../shared/protocol/import.ts';
import type { OutgoingEvent } from '../../events/outgoing-event.ts';
import type { ImportRecord } from './import-record.ts';

/** What the destinations know of an import's state; `started` applies until another state is told. */
export type TellableState = 'started' | 'paused' | 'finished' | 'needs_attention';

/** Null for a state that nobody is told of: before the launch, and on the way to an end. */
function tellable(state: ImportState, finishedAt: number | null): TellableState | null {
  switch (state) {
    case 'launching':
    case 'running':
      return 'started';
    case 'paused':
    case 'needs_attention':
      return state;
    case 'finished':
    case 'stopped':
      return finishedAt === null ? null : 'finished';
    case 'receiving':
    case 'checked':
    case 'failed':
    case 'stopping':
      return null;
  }
}

/**
 * What to tell now, and what is known afterwards; null if nothing changed. A start is told once, however often the
 * import went on after a pause. The id follows from the import's life and the count, so that telling it again is the
 * same event.
 */
export function stateNews(
  record: ImportRecord,
  view: Import,
  now: number,
): { readonly event: OutgoingEvent | null; readonly told: ImportRecord['told'] } | null {
  // Test calls are in no count, so no destination is told of them either.
  if (record.test) return null;
  const { state, count } = record.told;
  const next = tellable(view.state, record.finishedAt);
  if (next === null || next === state) return null;
  if (next === 'started' && count > 0) return { event: null, told: { state: next, count } };
  const { attention, ...summary } = toSummary(view);
  const data = { import: { id: record.id, name: record.name }, ...summary, attention };
  const event = newEvent(`import-${lifeOf(record)}-${count + 1}-${next}`, `import.${next}`, now, data);
  return { event, told: { state: next, count: count + 1 } };
}
