import type { Pace } from '../../shared/protocol/contact.ts';
import type { Import, Preview } from '../../shared/protocol/import.ts';
import type { DecideRequest } from '../../shared/protocol/import-requests.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';
import { toQuery } from './to-query.ts';
import type { Answered, WorkerClient } from './worker-client.ts';

export type Report = 'results.csv' | 'results.xlsx' | 'results.ndjson' | 'issues.csv';

const REPORT_TIMEOUT_MS = 120_000;

/** A file about an import. For results: only contacts with these outcomes, or all if none is named. */
export function readReport(
  { blob }: Pick<WorkerClient, 'blob'>,
  id: string,
  report: Report,
  outcomes: readonly Outcome[] = [],
): Answered<Blob> {
  const query = outcomes.length === 0 ? '' : `?${toQuery({ outcome: outcomes.join(',') })}`;
  return blob(`/api/imports/${encodeURIComponent(id)}/${report}${query}`, { timeoutMs: REPORT_TIMEOUT_MS });
}

/** Calls that only the screen of one import makes, so they are loaded with it. */
export function importCalls({ ask }: Pick<WorkerClient, 'ask'>, id: string) {
  const path = `/api/imports/${encodeURIComponent(id)}`;
  return {
    pace: (): Answered<Pace> => ask('pace', `${path}/pace`),
    previewPerson: (): Answered<Preview> => ask('preview', `${path}/preview`),
    decide: (seq: number, request: DecideRequest): Answered<Import> =>
      ask('import', `${path}/campaigns/${seq}/decide`, { method: 'POST', json: request }),
  };
}
