import { err, ok, type Result } from '../../../shared/result.ts';
import { checkSettings } from '../record/import-settings.ts';
import { issuesCsv, issuesPage, type IssueQuery, type IssuesPage } from './issues-csv.ts';
import { followedResultsCsv, type CampaignReports } from './adopted-results.ts';
import { resultsCsv } from './results-csv.ts';
import { textStream } from './text-stream.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportStore } from '../record/import-store.ts';

type Report = Result<ReadableStream<Uint8Array>, Fault>;

export function readIssues(session: ImportSession, store: ImportStore, query: IssueQuery): Result<IssuesPage, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  return record.check === null ? err({ code: 'not_checked' }) : ok(issuesPage(store, record.check, query));
}

export function streamIssues(session: ImportSession, store: ImportStore): Report {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  return record.check === null ? err({ code: 'not_checked' }) : ok(textStream(issuesCsv(store, record.check)));
}

export function streamResults(
  session: ImportSession,
  store: ImportStore,
  config: Config,
  reports: CampaignReports,
): Report {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  if (record.origin.kind === 'campaign') return ok(textStream(followedResultsCsv(session.rows(), reports)));
  if (record.check === null || record.launchedAt === null) return err({ code: 'not_launched' });
  const settings = checkSettings(config, record.template, record.columns, record.check.shape);
  const { headings } = record.check.shape;
  return ok(
    textStream(resultsCsv({ store, settings, headings, rows: session.rows(), results: (row) => reports.results(row) })),
  );
}

/** Where one campaign's callbacks are: keys of archived batches in order, then the lines not archived yet. */
export interface CallbackPlaces {
  readonly keys: string[];
  readonly lines: string[];
}

export async function findCallbacks(
  session: ImportSession,
  placesOf: (seq: number) => Promise<CallbackPlaces>,
): Promise<Result<readonly CallbackPlaces[], Fault>> {
  if (session.record() === null) return err({ code: 'import_not_found' });
  const places: CallbackPlaces[] = [];
  for (const { seq } of session.rows()) places.push(await placesOf(seq));
  return ok(places);
}
