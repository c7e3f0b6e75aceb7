import { ERASED_NUMBER } from '../../../shared/people/left-out.ts';
import { toE164 } from '../../../shared/phone/judge-number.ts';
import { meaningOf, type Keys } from '../../../shared/people/key-meaning.ts';
import { toWallMs } from '../../../shared/plan/zoned-time.ts';
import { OUTCOME_WORDS } from '../../../shared/protocol/outcome-words.ts';
import { reasonOf } from './outcome-reason.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import type { Cell, SheetTable } from '../../spreadsheet/sheet-xml.ts';
import type { ResultRow, ResultRows } from './result-rows.ts';

/** Our columns, placed after the user's own. */
const RESULT_HEADINGS = [
  'Outcome',
  'Attempts',
  'Called at',
  'Seconds',
  'Digits',
  'Recording',
  'Call SID',
  'Campaign',
  'Reason',
  'Row',
];

export interface ResultsInput {
  readonly headings: readonly string[];
  readonly rows: ResultRows;
  readonly channel: Channel;
  readonly timeZone: string;
  /** What keys mean; if they mean nothing, the table has no column for it. */
  readonly keys: Keys;
}

/**
 * Results for a person: their own columns first, then each contact's outcome in words, with times in the account's
 * zone.
 */
export function resultsTable(input: ResultsInput): SheetTable {
  return {
    name: 'Results',
    headings: [...input.headings, ...RESULT_HEADINGS, ...keyHeadings(input.keys)],
    rows: tableRows(input),
  };
}

function keyHeadings(keys: Keys): string[] {
  return Object.keys(keys).length > 0 ? ['Key'] : [];
}

async function* tableRows({ headings, rows, channel, timeZone, keys }: ResultsInput): SheetTable['rows'] {
  for await (const some of rows) {
    yield some.map((row) => {
      const own = headings.map((_, column): Cell => row.cells[column] ?? null);
      return own
        .concat(resultCells(row, channel, timeZone))
        .concat(keyHeadings(keys).map(() => meaningOf(keys, row.result?.digits)));
    });
  }
}

function resultCells({ outcome, result, number, campaign, line }: ResultRow, channel: Channel, zone: string): Cell[] {
  return [
    OUTCOME_WORDS[channel][outcome],
    result?.attempts ?? 0,
    timeCell(result?.at ?? null, zone),
    result?.durationSeconds ?? null,
    result?.digits ?? null,
    result?.recordingUrl ?? null,
    result?.callSid ?? null,
    campaign.name,
    reasonOf({ outcome, detail: result?.detail ?? null }, number, campaign, channel),
    line,
  ];
}

/** A time that cannot be read is shown as Exotel wrote it. */
function timeCell(text: string | null, timeZone: string): Cell {
  const at = momentOf(text);
  return at === null ? text : { wallMs: toWallMs(at, timeZone) };
}

/** Exotel's older pages write times without a zone. They are read as Indian time. */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/;

function momentOf(text: string | null): number | null {
  if (text === null) return null;
  const at = Date.parse(WITHOUT_ZONE.test(text) ? `${text.replace(' ', 'T')}+05:30` : text);
  return Number.isNaN(at) ? null : at;
}

/**
 * The same for a program: one JSON line per contact, with codes instead of words and instants instead of local times.
 */
export async function* resultLines({
  headings,
  rows,
  channel,
  keys,
}: Pick<ResultsInput, 'headings' | 'rows' | 'channel' | 'keys'>): AsyncIterable<string> {
  // Repeated headings get their position added; otherwise the second would hide the first.
  const names = headings.map((name, at) => (headings.indexOf(name) === at ? name : `${name} (${at + 1})`));
  for await (const some of rows)
    yield some.map((row) => `${JSON.stringify(toLine(names, keys, channel, row))}\n`).join('');
}

function toLine(names: readonly string[], keys: Keys, channel: Channel, row: ResultRow) {
  const { line, number, outcome, result, campaign, cells } = row;
  return {
    line,
    number: number === ERASED_NUMBER ? null : toE164(number),
    outcome,
    attempts: result?.attempts ?? 0,
    at: instantOf(result?.at ?? null),
    durationSeconds: result?.durationSeconds ?? null,
    digits: result?.digits ?? null,
    key: meaningOf(keys, result?.digits),
    recordingUrl: result?.recordingUrl ?? null,
    callSid: result?.callSid ?? null,
    campaign: { seq: campaign.seq, name: campaign.name, sid: campaign.sid },
    reason: reasonOf({ outcome, detail: result?.detail ?? null }, number, campaign, channel),
    columns: Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])),
  };
}

function instantOf(text: string | null): string | null {
  const at = momentOf(text);
  return at === null ? text : new Date(at).toISOString();
}
