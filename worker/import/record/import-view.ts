import { columnReasonSentence } from '../../../shared/columns/column-verdict.ts';
import { countMeanings, keysOf } from '../../../shared/people/key-meaning.ts';
import { noRows, type RowCounts } from '../../../shared/contacts/bins.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';
import { addOutcomes, noOutcomes, sumOutcomes, type OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import type { Fingerprint } from '../../../shared/plan/launch-fingerprint.ts';
import type { Attention, Import, ImportState, ImportSummary } from '../../../shared/protocol/import.ts';
import type { CampaignView } from '../../../shared/protocol/campaign-view.ts';
import type { LiveMessage } from '../../../shared/protocol/live.ts';
import type { CallingHours } from '../../../shared/plan/open-hours.ts';
import type { SpendEstimate } from '../../../shared/protocol/spend.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';
import { attentionOf, isTold } from './attention.ts';
import { launchedState } from './import-state.ts';
import type { ListRow } from '../outbox/list-record.ts';
import type { ListView } from '../../../shared/protocol/campaign-view.ts';
import type { ImportRecord } from './import-record.ts';

export function stateOf(record: ImportRecord, rows: readonly CampaignRow[]): ImportState {
  if (record.launchedAt !== null)
    return launchedState(record.target, record.hold !== null || isTold(record.trouble), rows);
  if (record.check !== null) return 'checked';
  return record.fault === null ? 'receiving' : 'failed';
}

function toCampaignView(row: CampaignRow): CampaignView {
  return {
    seq: row.seq,
    name: row.name,
    sid: row.sid,
    state: row.state === 'pending' && row.lists.some((list) => list.state !== 'completed') ? 'uploading' : row.state,
    contacts: row.contacts,
    sendAt: iso(row.sendAt),
    endAt: iso(row.endAt),
    outcomes: row.outcomes,
    lists: row.lists.map(toListView),
  };
}

function toListView({ name, sid, state, contacts, counts, reused }: ListRow): ListView {
  return { name, sid, state, contacts, counts, reused };
}

/** Column positions count from 1, as column A = 1. */
function toShapeView(shape: FileShape): Import['shape'] {
  const { encoding, letterDoubt, delimiter, header, headings } = shape;
  const { verdict, callingCodeColumn, moreColumns, numbers, requiredColumns, statusColumn, doNotCall, linesAbove } =
    shape;
  const { why, doubt, other, candidates } = verdict;
  return {
    encoding,
    letterDoubt,
    delimiter,
    header,
    headings: [...headings],
    numberColumn: shape.numberColumn + 1,
    verdict: {
      why,
      doubt,
      other: other === null ? null : other + 1,
      message: columnReasonSentence(verdict, headings),
      candidates: candidates.map(({ column, heading, samples }) => ({
        column: column + 1,
        heading,
        samples: [...samples],
      })),
    },
    callingCodeColumn: callingCodeColumn === null ? null : callingCodeColumn + 1,
    moreColumns: moreColumns.map((column) => column + 1),
    numbers,
    requiredColumns: requiredColumns.map((column) => column + 1),
    statusColumn: statusColumn === undefined ? null : statusColumn + 1,
    doNotCallColumns: (doNotCall?.columns ?? []).map((column) => column + 1),
    linesAbove,
  };
}

/** The import as clients see it. Before the launch its campaigns are the planned ones. */
export function toImport(
  record: ImportRecord,
  rows: readonly CampaignRow[],
  facts: {
    readonly received: number;
    readonly planned: readonly CampaignView[];
    readonly now: number;
    readonly hours: CallingHours;
    readonly fingerprint?: Fingerprint | null;
    readonly spend?: SpendEstimate | null;
  },
): Import {
  const { check } = record;
  const contacts = rows.reduce((sum, row) => addOutcomes(sum, row.outcomes), noOutcomes());
  return {
    id: record.id,
    name: record.name,
    state: stateOf(record, rows),
    channel: record.template.channel,
    test: record.test,
    origin: record.origin,
    template: { id: record.template.id, name: record.template.name },
    file: {
      name: record.fileName,
      bytes: record.isArriving ? facts.received : record.fileBytes,
      received: facts.received,
      sha256: check?.sha256 ?? null,
    },
    rows: check === null ? rowsWithoutFile(record, contacts) : { ...noRows(), ...check.rows },
    issues: { ...check?.issues },
    shape: check === null ? null : toShapeView(check.shape),
    otherTables: (check?.otherTables ?? []).map(({ line, headings }) => ({ line, headings: [...headings] })),
    variables: (check?.variables ?? []).map(({ name, column, missing, shortened, fallback, spoken }) => ({
      name,
      column: column + 1,
      heading: check?.shape.headings[column] ?? '',
      missing,
      shortened,
      fallback,
      spoken: spoken?.as ?? null,
    })),
    delivery: record.delivery,
    adjust: record.adjust,
    plan: record.plan,
    spend: facts.spend ?? record.spend,
    fingerprint: facts.fingerprint ?? null,
    contacts,
    keys: meaningsPressed(record, rows),
    campaigns: record.launchedAt === null ? [...facts.planned] : rows.map(toCampaignView),
    missedCallbacks: rows.reduce((sum, { missed }) => sum + missed, 0),
    attention: [...faultAttention(record), ...attentionOf(record, rows, facts.now, facts.hours)],
    launchedBefore: record.launchedBefore,
    approval: record.approval === null ? null : { ...record.approval, at: iso(record.approval.at) },
    override: record.override,
    createdBy: record.createdBy,
    createdAt: iso(record.createdAt),
    launchedAt: record.launchedAt === null ? null : iso(record.launchedAt),
    expiresAt: record.launchedAt !== null || record.expiresAt === null ? null : iso(record.expiresAt),
    finishedAt: record.finishedAt === null ? null : iso(record.finishedAt),
    asOf: iso(facts.now),
  };
}

function meaningsPressed({ template }: ImportRecord, rows: readonly CampaignRow[]): Import['keys'] {
  const pressed: Record<string, number> = {};
  for (const row of rows) {
    for (const [key, count] of Object.entries(row.pressed)) pressed[key] = (pressed[key] ?? 0) + count;
  }
  return countMeanings(keysOf(template), pressed);
}

/** For a campaign made elsewhere, everybody it is known to call counts as accepted. */
function rowsWithoutFile({ origin }: ImportRecord, contacts: OutcomeCounts): RowCounts {
  const total = origin.kind === 'campaign' ? sumOutcomes(contacts) : 0;
  return { ...noRows(), total, accepted: total };
}

function faultAttention({ check, fault }: ImportRecord): Attention[] {
  return check !== null || fault === null ? [] : [{ ...fault, seq: null, choices: [], facts: null }];
}

export function toSummary(view: Import): ImportSummary {
  const {
    campaigns: _campaigns,
    shape: _shape,
    issues: _issues,
    variables: _variables,
    adjust: _adjust,
    fingerprint: _fingerprint,
    spend: _spend,
    ...summary
  } = view;
  return summary;
}

/** What changed since the last message, for watchers. */
export function toChange(view: Import, changed: ReadonlySet<number>): LiveMessage {
  return {
    type: 'change',
    state: view.state,
    contacts: view.contacts,
    campaigns: view.campaigns.filter((campaign) => changed.has(campaign.seq)),
    attention: view.attention,
    finishedAt: view.finishedAt,
    asOf: view.asOf,
  };
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
