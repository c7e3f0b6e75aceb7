import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import { listHeading, listRow } from '../../shared/contacts/list-row.ts';
import { checkSettings } from './check-import.ts';
import { contactNumbers } from './contact-numbers.ts';
import { readParts } from './receive-file.ts';
import type { BoundVariable } from '../../shared/template/text-variables.ts';
import type { Config } from '../config.ts';
import type { ImportRecord } from './import-record.ts';
import type { ImportStore } from './import-store.ts';
import type { ListRow } from './list-row.ts';

/** Rows gathered before they become bytes. */
const ROWS_A_PIECE = 2_000;

/**
 * The file of one list: a heading, and a row a contact. Where everyone is alike the stored numbers are enough; else the
 * file is read again as the check read it, up to the last row of the list. Null when it does not give the same numbers.
 */
export async function makeListFile(
  world: { readonly store: ImportStore; readonly config: Config },
  record: ImportRecord,
  list: Pick<ListRow, 'firstContact' | 'contacts'>,
): Promise<Blob | null> {
  const { check } = record;
  if (check === null) return null;
  const { firstContact, contacts } = list;
  const numbers = contactNumbers(world.store, check.generation, firstContact, contacts);
  const file = createListText(check.variables);
  if (check.variables.length === 0) {
    for (const number of numbers) file.add(number, []);
    return file.toBlob();
  }
  let at = -firstContact;
  let isSame = true;
  // Without its text: the variables were bound by the check, and of other rows no value is needed.
  const settings = { ...checkSettings(world.config, record.template, record.columns), text: null };
  const reader = createContactCheck(settings, {
    accepted: (number, _line, row) => {
      if (at >= 0 && at < contacts) {
        isSame &&= number === numbers[at];
        file.add(number, row.cells());
      }
      at += 1;
    },
    issue: () => {},
  });
  for (const part of readParts(world.store)) {
    if (at >= contacts) break;
    if (!reader.push(part).ok) return null;
    // Whoever presses stop is heard in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (at < contacts && !reader.finish().ok) return null;
  return isSame && at >= contacts ? file.toBlob() : null;
}

/** Text that becomes bytes piece by piece, as strings of a whole list would take twice the memory. */
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
