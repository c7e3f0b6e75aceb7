import { columnName } from '../../../shared/contacts/file-shape.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';
import type { WholeRow } from '../issue-messages.ts';
import { readRecords } from './read-records.ts';

/** The most cells of a row, and characters of each, that are shown: a row may be a megabyte. */
const CELLS_SHOWN = 40;
const CHARS_SHOWN = 300;

/**
 * One row with all its cells. The file is read again up to it, because few rows are looked at. Null past the end of the
 * file.
 */
export async function readRow(file: Blob, shape: FileShape, line: number): Promise<WholeRow | null> {
  let found: WholeRow | null = null;
  await readRecords(file, shape, (batch) => {
    const index = line - batch.firstLine;
    if (index >= batch.count) return true;
    const cells = batch.cells(index);
    const headings = cells.map((_, column) => shape.headings[column] ?? columnName(column));
    found = {
      line,
      headings: headings.slice(0, CELLS_SHOWN),
      cells: cells.slice(0, CELLS_SHOWN).map((cell) => cell.slice(0, CHARS_SHOWN).toWellFormed()),
    };
    return false;
  });
  return found;
}
