import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { invalid } from '../campaigns/check-flow.ts';
import { isUploadable } from '../campaigns/phone.ts';
import type { Refusal } from '../http/refusal.ts';
import { CELL_END } from './contact-list.ts';
import type { Entries, ListType } from './contact-list.ts';
import { readCsvRows } from './csv-rows.ts';

/** The optional columns of a static file. */
export const STATIC_COLUMNS = ['first_name', 'last_name', 'company_name', 'email', 'tag'] as const;
const MAX_VARIABLES = 5;

export type Intake = {
  readonly headers: readonly string[];
  readonly entries: Entries;
  readonly rows: number;
  readonly duplicate: number;
  readonly failed: number;
};

type Against = {
  readonly type: ListType;
  /** Numbers that are in the list already. */
  readonly known: ReadonlySet<string>;
  /** Whether a row shall fail although it is correct; rows count from 1. */
  readonly isSpoilt: (number: string, row: number) => boolean;
};

/** Sorts every row of a file: accepted, duplicate or failed. The header is checked before any row. */
export function takeIn(file: Buffer, { type, known, isSpoilt }: Against): Result<Intake, Refusal> {
  let header: string[] | null = null;
  let keep: (cells: readonly string[]) => string = () => '';
  let numberColumn = -1;
  let refused: Result<never, Refusal> | null = null;
  const entries: Entries = { numbers: [], details: [] };
  const fresh = new Set<string>();
  const counts = { rows: 0, duplicate: 0, failed: 0 };

  readCsvRows(file, (cells) => {
    if (refused !== null) return;
    if (header === null) {
      header = cells;
      const checked = checkHeader(cells, type);
      if (!checked.ok) refused = checked;
      numberColumn = cells.indexOf('number');
      keep = detailsOf(cells, type);
      return;
    }
    counts.rows += 1;
    const number = cells[numberColumn] ?? '';
    const isWhole = cells.length === header.length && isUploadable(number);
    if (!isWhole || isSpoilt(number, counts.rows)) counts.failed += 1;
    else if (known.has(number) || fresh.has(number)) counts.duplicate += 1;
    else {
      fresh.add(number);
      entries.numbers.push(number);
      entries.details.push(keep(cells));
    }
  });
  return refused ?? ok({ headers: header ?? [], entries, ...counts });
}

function checkHeader(headers: readonly string[], type: ListType): Result<null, Refusal> {
  if (!headers.includes('number')) return invalid('column number is missing');
  if (new Set(headers).size < headers.length) return invalid('a column is there twice');
  const others = headers.filter((name) => name !== 'number');
  if (others.includes('')) return invalid('a column has no name');
  if (type === 'dynamic') {
    return others.length > MAX_VARIABLES ? invalid(`a dynamic file has at most ${MAX_VARIABLES} variables`) : ok(null);
  }
  const stranger = others.find((name) => !STATIC_COLUMNS.some((column) => column === name));
  return stranger === undefined ? ok(null) : invalid(`column ${stranger} is not allowed in a static file`);
}

/** What is kept of a row beside its number: in a dynamic list all cells, in a static list the known columns. */
function detailsOf(header: readonly string[], type: ListType): (cells: readonly string[]) => string {
  if (header.length === 1 && type === 'static') return () => '';
  const columns = type === 'dynamic' ? [...header.keys()] : STATIC_COLUMNS.map((name) => header.indexOf(name));
  return (cells) => columns.map((column) => (cells[column] ?? '').replaceAll(CELL_END, ' ')).join(CELL_END);
}
