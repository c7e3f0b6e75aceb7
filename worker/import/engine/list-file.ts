import { createContactCheck, type CheckSink } from '../../../shared/contacts/check-contacts.ts';
import { listHeading, listRow } from '../../../shared/contacts/list-row.ts';
import { cellText } from '../../../shared/csv/cell-ranges.ts';
import { MAX_NUMBERS_PER_CAMPAIGN } from '../../../shared/limits.ts';
import { checkSettings } from '../record/import-settings.ts';
import { contactNumbers } from '../record/stored-numbers.ts';
import { readParts } from '../record/stored-file.ts';
import type { BoundVariable } from '../../../shared/template/text-variables.ts';
import type { Config } from '../../config.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportStore } from '../record/import-store.ts';
import type { ListRow } from '../outbox/list-record.ts';

type Row = Parameters<CheckSink['accepted']>[2];

/** How many rows are gathered before they are turned into bytes. */
const ROWS_A_PIECE = 2_000;

/**
 * The file of one list: a heading, then one row per contact. Without variables the stored numbers are enough; otherwise
 * the file is read again as the check read it, up to the list's last row. Null when it no longer gives the same
 * numbers.
 */
export async function makeListFile(
  world: { readonly store: ImportStore; readonly config: Config },
  record: ImportRecord,
  list: Pick<ListRow, 'firstContact' | 'contacts'>,
  omitted: ReadonlySet<number> = new Set(),
): Promise<Blob | null> {
  const { store, config } = world;
  const { check, template, columns } = record;
  if (check === null) return null;
  const { variables, generation } = check;
  const file = createListText(variables);
  const { firstContact } = list;
  const end = firstContact + list.contacts;
  if (variables.length === 0) {
    for (const number of contactNumbers(store, generation, firstContact, list.contacts)) {
      if (!omitted.has(number)) file.add(number, []);
    }
    return file.toBlob();
  }
  const accepted = acceptedNumbers(store, generation);
  let at = 0;
  const reader = createContactCheck(
    // The text is already bound to columns. Duplicates need no settings: a row counts only if its number is the next
    // stored one.
    { ...checkSettings(config, template, columns, check.shape), text: null, isMessage: false, callDuplicates: true },
    {
      accepted: (number, _line, row) => {
        if (at >= end || number !== accepted(at)) return;
        if (at >= firstContact && !omitted.has(number)) file.add(number, cellsOf(row, variables));
        at += 1;
      },
      issue: () => {},
    },
  );
  for (const part of readParts(store)) {
    if (at >= end) break;
    if (!reader.push(part).ok) return null;
    // Lets other requests, such as a stop, run in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (at < end && !reader.finish().ok) return null;
  return at < end ? null : file.toBlob();
}

/** The accepted numbers by their place in the file; only one chunk of them is in memory. */
function acceptedNumbers(store: ImportStore, generation: number): (at: number) => number | undefined {
  let held: { readonly chunk: number; readonly numbers: Float64Array } = { chunk: -1, numbers: new Float64Array() };
  return (at) => {
    const chunk = Math.floor(at / MAX_NUMBERS_PER_CAMPAIGN);
    if (held.chunk !== chunk) held = { chunk, numbers: store.numbers(generation, chunk) };
    return held.numbers[at % MAX_NUMBERS_PER_CAMPAIGN];
  };
}

/** The cells that the variables name, in order; other cells are not even decoded. */
function cellsOf(row: Row, variables: readonly BoundVariable[]): string[] {
  const width = Math.max(...variables.map(({ column }) => column)) + 1;
  const ranges = row.ranges(width);
  const cells: string[] = [];
  for (const { column } of variables) {
    cells[column] = cellText(row.bytes, ranges[column * 2] ?? 0, ranges[column * 2 + 1] ?? 0);
  }
  return cells;
}

/** Text is turned into bytes piece by piece, because strings for a whole list would take twice the memory. */
function createListText(variables: readonly BoundVariable[]) {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let text = listHeading(variables);
  let rows = 0;

  function flush(): void {
    pieces.push(encoder.encode(text).slice());
    text = '';
  }

  return {
    add(number: number, cells: readonly string[]): void {
      text += listRow(number, variables, cells);
      rows += 1;
      if (rows % ROWS_A_PIECE === 0) flush();
    },
    toBlob(): Blob {
      flush();
      return new Blob(pieces, { type: 'text/csv' });
    },
  };
}
