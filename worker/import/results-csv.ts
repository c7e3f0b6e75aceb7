import Papa from 'papaparse';
import { createContactCheck, type CheckSettings } from '../../shared/contacts/check-contacts.ts';
import { readParts } from './receive-file.ts';
import type { ContactResult } from '../campaign/contact-result.ts';
import type { ImportStore } from './import-store.ts';
import type { CampaignRow } from './campaign-row.ts';

/** Ours come after the user's own columns. */
const RESULT_HEADINGS = ['Outcome', 'Attempts', 'Called at', 'Seconds', 'Digits', 'Recording', 'Call SID', 'Campaign'];

/**
 * A spreadsheet runs a cell that begins like a formula. A phone number or a negative amount begins like one too and is
 * none, so it stays as the user wrote it.
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().,-]*$))/;

type Cell = string | number | null;

export function toCsv(rows: Cell[][]): string {
  return `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/**
 * Every accepted contact in file order: the user's own columns first, then what became of it. The file is read again, so
 * nothing of it has to be stored twice; one part and one campaign are in memory at a time.
 */
export async function* resultsCsv(input: {
  readonly store: ImportStore;
  readonly settings: CheckSettings;
  readonly headings: readonly string[];
  readonly rows: readonly CampaignRow[];
  readonly results: (row: CampaignRow) => Promise<readonly ContactResult[]>;
}): AsyncIterable<string> {
  yield `\uFEFF${toCsv([[...input.headings, ...RESULT_HEADINGS]])}`;
  let accepted: string[][] = [];
  const check = createContactCheck(input.settings, {
    accepted: (_number, _line, row) => accepted.push(row.cells()),
    issue: () => {},
  });
  let contact = 0;
  let current: { readonly row: CampaignRow; readonly results: readonly ContactResult[] } | null = null;
  for (const part of readPartsThenNothing(input.store)) {
    const pushed = part === null ? check.finish() : check.push(part);
    if (!pushed.ok) throw new Error(`A file that was checked reads differently now: ${pushed.error.code}`);
    const lines: Cell[][] = [];
    for (const cells of accepted) {
      while (current === null || contact >= current.row.firstContact + current.row.contacts) {
        const row = input.rows.find((each) => contact < each.firstContact + each.contacts);
        if (row === undefined) throw new Error('An accepted contact belongs to no campaign');
        current = { row, results: await input.results(row) };
      }
      lines.push([
        ...padded(cells, input.headings.length),
        ...toCells(current.results[contact - current.row.firstContact], current.row),
      ]);
      contact += 1;
    }
    accepted = [];
    if (lines.length > 0) yield toCsv(lines);
  }
}

function* readPartsThenNothing(store: ImportStore): Iterable<Uint8Array | null> {
  yield* readParts(store);
  yield null;
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}

function toCells(result: ContactResult | undefined, row: CampaignRow): Cell[] {
  if (result === undefined)
    return [row.state === 'cancelled' ? 'not_attempted' : 'queued', 0, null, null, null, null, null, row.name];
  return [
    result.outcome,
    result.attempts,
    result.at,
    result.durationSeconds,
    result.digits,
    result.recordingUrl,
    result.callSid,
    row.name,
  ];
}
