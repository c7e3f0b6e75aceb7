import type { Suppression, UploadResult } from '../../shared/people/suppression.ts';
import type { Person } from '../../shared/protocol/person.ts';
import { unpackHits } from '../../shared/people/packed-hits.ts';
import type { ScreenHits } from '../../shared/people/screen-answer.ts';
import { GROWN_LIST_DAYS } from '../../shared/extension-limits.ts';
import { toQuery } from './to-query.ts';
import type { Answered, Page, WorkerClient } from './worker-client.ts';

export const PEOPLE_A_PAGE = 20;
const TIMEOUT_MS = 120_000;

/** Calls about who must not be called, and about one number. No number is put into an address. */
export function peopleCalls({ ask, tell }: Pick<WorkerClient, 'ask' | 'tell'>) {
  return {
    suppressions: (offset: number): Answered<Page<Suppression>> =>
      ask('suppressions', `/api/suppressions?${toQuery({ offset: String(offset), limit: String(PEOPLE_A_PAGE) })}`),
    suppress: (number: string, note: string): Answered<Suppression> =>
      ask('suppression', '/api/suppressions', { method: 'POST', json: { number, note: note === '' ? null : note } }),
    takeOff: (id: string, reason: string): Answered<null> =>
      tell(`/api/suppressions/${encodeURIComponent(id)}`, { method: 'DELETE', json: { reason } }),
    suppressFile: (file: Blob, name: string, isPreview: boolean): Answered<UploadResult> =>
      ask('suppressionUpload', `/api/suppressions?${toQuery({ name, preview: String(isPreview) })}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'text/csv' },
        timeoutMs: TIMEOUT_MS,
      }),
    undoSuppressions: (upload: string): Answered<null> =>
      tell(`/api/suppressions/uploads/${encodeURIComponent(upload)}`, { method: 'DELETE' }),
    findPerson: (number: string): Answered<Person> =>
      ask('person', '/api/people/find', { method: 'POST', json: { number }, timeoutMs: TIMEOUT_MS }),
  };
}

/**
 * Which of these packed numbers must not be called or were called lately by the template; null if the Worker did not
 * answer that.
 */
export async function screenNumbers(
  { blob }: Pick<WorkerClient, 'blob'>,
  template: string,
  packed: Uint8Array<ArrayBuffer>,
): Promise<ScreenHits | null> {
  const answered = await blob(
    `/api/people/screen?${toQuery({ template, notCalledForDays: String(GROWN_LIST_DAYS) })}`,
    {
      method: 'POST',
      body: new Blob([packed]),
      headers: { 'content-type': 'application/octet-stream' },
      timeoutMs: TIMEOUT_MS,
    },
  );
  return answered.ok ? unpackHits(new Uint8Array(await answered.value.arrayBuffer())) : null;
}
