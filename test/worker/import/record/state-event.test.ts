import { describe, expect, it } from 'vitest';
import { stateNews } from '../../../../worker/import/record/state-event.ts';
import type { Import, ImportState } from '../../../../shared/protocol/import.ts';
import type { ImportRecord } from '../../../../worker/import/record/import-record.ts';

/** Types and ids of the events that this series of states tells; at `crashAt` the process dies before it notes one. */
function tell(states: readonly ImportState[], crashAt = -1): string[] {
  const told: string[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it reads of a record and no more
  let record = {
    id: 'leads',
    incarnation: 'q1',
    name: 'Leads',
    finishedAt: null,
    told: { state: null, count: 0 },
  } as unknown as ImportRecord;
  states.forEach((state, at) => {
    record = { ...record, finishedAt: state === 'finished' || state === 'stopped' ? 1 : null };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it reads of a view and no more
    const view = { state, attention: [], contacts: {} } as unknown as Import;
    for (let time = 0; time < 2; time += 1) {
      const news = stateNews(record, view, 5);
      if (news?.event != null) told.push(`${news.event.type} ${news.event.id}`);
      // The process may die after it told an event and before it notes this; then the event is told again.
      if (news !== null && !(at === crashAt && time === 0)) record = { ...record, told: news.told };
    }
  });
  return told;
}

describe('what the destinations hear of an import', () => {
  it('is one start, every pause, every time it needs somebody, and one end', () => {
    const way: ImportState[] = [
      'receiving',
      'checked',
      'launching',
      'running',
      'paused',
      'running',
      'needs_attention',
      'launching',
      'paused',
      'running',
      'finished',
    ];
    expect(tell(way)).toEqual([
      'import.started import-leads-q1-1-started',
      'import.paused import-leads-q1-2-paused',
      'import.needs_attention import-leads-q1-3-needs_attention',
      'import.paused import-leads-q1-4-paused',
      'import.finished import-leads-q1-5-finished',
    ]);
  });

  it('says the end of a stop once it is accounted for', () => {
    expect(tell(['running', 'stopping', 'stopped'])).toEqual([
      'import.started import-leads-q1-1-started',
      'import.finished import-leads-q1-2-finished',
    ]);
  });

  it('repeats itself after a crash under the same id', () => {
    const way: ImportState[] = ['running', 'paused', 'finished'];
    for (const crashAt of [0, 1, 2]) expect(new Set(tell(way, crashAt))).toEqual(new Set(tell(way)));
  });
});
