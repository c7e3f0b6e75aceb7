import type { Attention, ImportSummary } from '../../shared/protocol/import.ts';
import { standingOf } from '../state/import-standing.ts';
import type { KeptImport } from '../storage/kept-import.ts';

/** Something worth a notification. `key` is the same as long as it is the same news, so that it is told once. */
export interface News {
  readonly key: string;
  readonly kind: 'finished' | 'stopped' | 'attention' | 'upload_waits';
  readonly importId: string;
  readonly name: string;
  /** What waits, where something does. */
  readonly attention: Pick<Attention, 'message' | 'facts'> | null;
  readonly contacts: ImportSummary['contacts'] | null;
}

/** What happened to what was started from this browser and has not been told yet: its end, and whatever waits for a person. */
export function newsOf(
  kept: readonly KeptImport[],
  watched: readonly ImportSummary[],
  told: readonly string[],
): News[] {
  const news = [...kept.flatMap(newsOfUpload), ...watched.flatMap(newsOfImport)];
  return news.filter(({ key }) => !told.includes(key));
}

function newsOfUpload({ id, name, upload }: KeptImport): News[] {
  if (upload.step !== 'stuck' && upload.step !== 'asks_again') return [];
  const why = upload.step === 'stuck' ? upload.fault.code : upload.why;
  return [{ key: `upload:${id}:${why}`, kind: 'upload_waits', importId: id, name, attention: null, contacts: null }];
}

function newsOfImport({ id, name, state, attention, contacts }: ImportSummary): News[] {
  const shared = { importId: id, name, contacts };
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
