import { err, ok, type Result } from '../../../shared/result.ts';
import { CHARS_PER_CALL_COUNT } from '../../../shared/sink-limits.ts';
import { workbookPieces } from '../../spreadsheet/write-workbook.ts';
import { keysOf } from '../../../shared/people/key-meaning.ts';
import { settingsAgain } from '../record/stored-skips.ts';
import { byteStream, textStream } from './byte-stream.ts';
import { csvOf } from './csv-of.ts';
import { issuesPage, type IssueQuery, type IssuesPage } from './issues-page.ts';
import { issuesTable } from './issues-table.ts';
import {
  fileResultRows,
  followedResultRows,
  withOutcomes,
  type CampaignReports,
  type ResultRows,
} from './result-rows.ts';
import { resultLines, resultsTable } from './results-table.ts';
import type { WaitingBatch } from '../../callbacks/waiting-batch.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import type { Config } from '../../config.ts';
import type { Fault } from '../../errors.ts';
import type { SheetTable } from '../../spreadsheet/sheet-xml.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { ImportStore } from '../record/import-store.ts';

export type TableFormat = 'csv' | 'xlsx';

export interface ResultsQuery {
  readonly format: TableFormat | 'ndjson';
  /** Only contacts with these outcomes; all if none is given. */
  readonly outcomes: readonly Outcome[];
}

type Report = Result<ReadableStream<Uint8Array>, Fault>;

/** What is read for a report, and with which settings. */
interface Source {
  readonly session: ImportSession;
  readonly store: ImportStore;
  readonly config: Config;
}

export function readIssues(session: ImportSession, store: ImportStore, query: IssueQuery): Result<IssuesPage, Fault> {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const { check, template } = record;
  return check === null ? err({ code: 'not_checked' }) : ok(issuesPage(store, { check, template }, query));
}

export function streamIssues({ session, store, config }: Source, format: TableFormat): Report {
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const { check } = record;
  if (check === null) return err({ code: 'not_checked' });
  const table = issuesTable(store, check, settingsAgain(store, config, record), record.template.channel);
  return ok(tableStream(table, format));
}

export function streamResults(source: Source, query: ResultsQuery, reports: CampaignReports): Report {
  const { session, config } = source;
  const record = session.record();
  if (record === null) return err({ code: 'import_not_found' });
  const found = resultsOf(record, source, reports);
  if (!found.ok) return found;
  const { headings } = found.value;
  const rows = withOutcomes(found.value.rows, query.outcomes);
  const { channel } = record.template;
  const keys = keysOf(record.template);
  if (query.format === 'ndjson') return ok(textStream(resultLines({ headings, rows, channel, keys })));
  return ok(tableStream(resultsTable({ headings, rows, channel, keys, timeZone: config.TIME_ZONE }), query.format));
}

/** The contacts under their headings: rows of the file, or the numbers of a campaign made elsewhere. */
function resultsOf(
  record: ImportRecord,
  { session, store, config }: Source,
  reports: CampaignReports,
): Result<{ readonly headings: readonly string[]; readonly rows: ResultRows }, Fault> {
  const { origin, check, launchedAt } = record;
  const campaigns = session.rows();
  if (origin.kind === 'campaign') return ok({ headings: ['Number'], rows: followedResultRows(campaigns, reports) });
  if (check === null || launchedAt === null) return err({ code: 'not_launched' });
  const settings = settingsAgain(store, config, record);
  const results = (row: CampaignRow) => reports.results(row);
  return ok({ headings: check.shape.headings, rows: fileResultRows({ store, settings, campaigns, results }) });
}

function tableStream(table: SheetTable, format: TableFormat): ReadableStream<Uint8Array> {
  return format === 'xlsx' ? byteStream(workbookPieces(table)) : textStream(csvOf(table));
}

/** Where one campaign's callbacks are: keys of archived batches in order, then those not archived yet. */
export interface CallbackPlaces {
  readonly seq: number;
  readonly keys: string[];
  readonly waiting: WaitingBatch[];
}

export async function findCallbacks(
  session: ImportSession,
  placesOf: (seq: number) => Promise<Omit<CallbackPlaces, 'seq'>>,
): Promise<Result<readonly CallbackPlaces[], Fault>> {
  if (session.record() === null) return err({ code: 'import_not_found' });
  const places: CallbackPlaces[] = [];
  let chars = 0;
  for (const { seq } of session.rows()) {
    const { keys, waiting } = await placesOf(seq);
    // One campaign's waiting lines fit into one answer, a thousand campaigns' do not: for later campaigns the lines are
    // asked for.
    const bare = waiting.map(({ batch, key, lines }) => ({
      batch,
      key,
      lines: chars < CHARS_PER_CALL_COUNT ? lines : null,
    }));
    for (const { lines } of bare) for (const line of lines ?? []) chars += line.length;
    places.push({ seq, keys, waiting: bare });
  }
  return ok(places);
}
