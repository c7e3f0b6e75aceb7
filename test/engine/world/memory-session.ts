import { stateOf, toImport } from '../../../worker/import/record/import-view.ts';
import type { CampaignRow } from '../../../worker/import/outbox/campaign-row.ts';
import type { ImportSession } from '../../../worker/import/record/import-session.ts';
import type { ImportRecord } from '../../../worker/import/record/import-record.ts';

const ALL_DAY = { window: { openMinute: 0, closeMinute: 1_440 }, timeZone: 'UTC' };

/** An import's session without storage. It copies everything that is stored, as storage would. */
export function createMemoryBook(now: () => number): ImportSession {
  let record: ImportRecord | null = null;
  const rows = new Map<number, CampaignRow>();
  let changed = new Set<number>();
  const list = (): CampaignRow[] => [...rows.values()];

  return {
    record: () => record,
    rows: list,
    row: (seq) => rows.get(seq),
    put: (next) => {
      record = structuredClone(next);
      return record;
    },
    putRow: (row) => {
      rows.set(row.seq, structuredClone(row));
      changed.add(row.seq);
    },
    clear: () => {
      record = null;
      rows.clear();
    },
    state: (current) => stateOf(current, list()),
    view: (current) =>
      toImport(current, list(), {
        received: 0,
        planned: [],
        now: now(),
        hours: ALL_DAY,
      }),
    takeChanged: () => {
      const taken = changed;
      changed = new Set();
      return taken;
    },
  };
}
