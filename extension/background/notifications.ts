import type { Attention, ImportSummary } from '../../shared/protocol/import.ts';
import { standingOf } from '../state/import-standing.ts';
import type { Waiting } from '../storage/memory.ts';
import type { KeptImport } from '../storage/kept-import.ts';
import type { DayTotals } from '../../shared/plan/day-totals.ts';

/** Something worth a notification. `key` stays the same while it is the same news, so that it is shown once. */
export type News = ImportNews | DayNews;

/** What the whole team started in a day whose calling hours are over. */
interface DayNews {
  readonly key: string;
  readonly kind: 'day_end';
  readonly totals: DayTotals;
}

interface ImportNews {
  readonly key: string;
  readonly kind: 'finished' | 'stopped' | 'attention' | 'upload_waits' | 'approval_asked' | 'sent_back';
  readonly importId: string;
  readonly name: string;
  /** The thing that waits for a person, if there is one. */
  readonly attention: Pick<Attention, 'message' | 'facts'> | null;
  readonly contacts: ImportSummary['contacts'] | null;
}

/** News of what was started from this browser that was not shown yet: its end, and whatever waits for a person. */
export function newsOf(
  kept: readonly KeptImport[],
  watched: readonly ImportSummary[],
  told: readonly string[],
  waiting: readonly Waiting[] = [],
): ImportNews[] {
  const news = [...kept.flatMap(newsOfUpload), ...watched.flatMap(newsOfImport), ...waiting.map(newsOfAsking)];
  return news.filter(({ key }) => !told.includes(key));
}

function newsOfUpload({ id, name, upload }: KeptImport): ImportNews[] {
  if (upload.step !== 'stuck' && upload.step !== 'asks_again') return [];
  const why = upload.step === 'stuck' ? upload.fault.code : upload.why;
  return [{ key: `upload:${id}:${why}`, kind: 'upload_waits', importId: id, name, attention: null, contacts: null }];
}

function newsOfAsking({ id, name, since }: Waiting): ImportNews {
  const key = `approval_asked:${id}:${since}`;
  return { key, kind: 'approval_asked', importId: id, name, attention: null, contacts: null };
}

function newsOfImport({ id, name, state, attention, contacts, approval }: ImportSummary): ImportNews[] {
  const shared = { importId: id, name, contacts };
  if (state === 'checked' && approval?.state === 'sent_back')
    return [{ ...shared, key: `sent_back:${id}:${approval.at}`, kind: 'sent_back', attention: null }];
  const { code } = standingOf({ state, contacts });
  if (code === 'settling') return [];
  if (state === 'finished' || state === 'stopped') {
    return [{ ...shared, key: `${state}:${id}`, kind: state, attention: null }];
  }
  return attention.map(({ code, seq, message, facts }) => ({
    ...shared,
    key: `attention:${id}:${code}:${seq ?? 0}`,
    kind: 'attention',
    attention: { message, facts },
  }));
}
