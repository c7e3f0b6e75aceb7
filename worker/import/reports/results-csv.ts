import Papa from 'papaparse';
import { contactRows, outcomeOf } from './contact-rows.ts';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { ContactResult } from '../../campaign/contact-result.ts';
import type { ImportStore } from '../record/import-store.ts';
import type { CampaignRow } from '../outbox/campaign-row.ts';

/** Ours come after the user's own columns. */
export const RESULT_HEADINGS = [
  'Outcome',
  'Attempts',
  'Called at',
  'Seconds',
  'Digits',
  'Recording',
  'Call SID',
  'Campaign',
];

/**
 * A spreadsheet runs a cell that begins like a formula. A phone number or a negative amount begins like one too and is
 * none, so it stays as the user wrote it.
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().,-]*$))/;

type Cell = string | number | null;

export function toCsv(rows: Cell[][]): string {
  return `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** Every accepted contact in file order: the user's own columns first, then what became of it. */
export async function* resultsCsv(input: {
  readonly store: ImportStore;
  readonly settings: CheckSettings;
  readonly headings: readonly string[];
  readonly rows: readonly CampaignRow[];
  readonly results: (row: CampaignRow) => Promise<readonly ContactResult[]>;
}): AsyncIterable<string> {
  yield `\uFEFF${toCsv([[...input.headings, ...RESULT_HEADINGS]])}`;
  for await (const contacts of contactRows({ ...input, campaigns: input.rows })) {
    yield toCsv(
      contacts.map(({ cells, fate }) =>
        padded(cells, input.headings.length).concat(fate === null ? [] : resultCells(fate.result, fate.campaign)),
      ),
    );
  }
}

function padded(cells: readonly string[], width: number): Cell[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}

export function resultCells(result: ContactResult | undefined, row: CampaignRow): Cell[] {
  return [
    outcomeOf(result, row),
    result?.attempts ?? 0,
    result?.at ?? null,
    result?.durationSeconds ?? null,
    result?.digits ?? null,
    result?.recordingUrl ?? null,
    result?.callSid ?? null,
    row.name,
  ];
}
