import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import { fileFaultSentence, type FileFault } from '../../shared/contacts/file-fault.ts';
import { columnName } from '../../shared/contacts/file-shape.ts';
import { MAX_SUPPRESSION_ROWS, MAX_UNREADABLE_SHOWN } from '../../shared/people-limits.ts';
import { sortedOnce } from '../../shared/people/packed-numbers.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UploadResult } from '../../shared/people/suppression.ts';
import type { Fault } from '../errors.ts';

const PIECE = 1 << 16;

/** The content of a file of people not to be called. */
export interface ReadUpload {
  readonly rows: number;
  /** Ascending, each number once. */
  readonly numbers: Float64Array;
  readonly repeated: number;
  readonly unreadable: number;
  readonly unreadableRows: UploadResult['unreadableRows'];
  readonly columns: UploadResult['columns'];
  readonly unreadColumns: UploadResult['unreadColumns'];
}

/**
 * Reads a file like a contact file; a column with nothing but numbers is enough. A truncated file is refused as a
 * whole.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array>,
  country: string,
): Promise<Result<ReadUpload, Fault>> {
  const pieces: Float64Array[] = [];
  let piece = new Float64Array(PIECE);
  let held = 0;
  const unreadableRows: UploadResult['unreadableRows'] = [];
  const check = createContactCheck(
    // If somebody has two numbers, neither is called.
    { country, limits: { rows: MAX_SUPPRESSION_ROWS }, columns: { numbers: 'all', isNotToCall: true } },
    {
      accepted: (number) => {
        if (held === PIECE) {
          pieces.push(piece);
          piece = new Float64Array(PIECE);
          held = 0;
        }
        piece[held++] = number;
      },
      issue: ({ line, value, code }) => {
        if (code !== 'duplicate' && unreadableRows.length < MAX_UNREADABLE_SHOWN) {
          unreadableRows.push({ line, value, code });
        }
      },
    },
  );
  try {
    for await (const bytes of body) {
      const pushed = check.push(bytes);
      if (!pushed.ok) return refuse(pushed.error);
    }
  } catch {
    return err({
      code: 'upload_incomplete',
      message: 'The file was cut off on its way. Nothing was kept: send it again.',
    });
  }
  const summary = check.finish();
  if (!summary.ok) return refuse(summary.error);
  const { rows, shape } = summary.value;
  const headingOf = (column: number): string => shape.headings[column] ?? columnName(column);
  const all = new Float64Array(pieces.length * PIECE + held);
  for (const [at, full] of pieces.entries()) all.set(full, at * PIECE);
  all.set(piece.subarray(0, held), pieces.length * PIECE);
  return ok({
    rows: rows.total,
    numbers: sortedOnce(all),
    repeated: rows.duplicate,
    unreadable: rows.invalid + rows.blank,
    unreadableRows,
    columns: [shape.numberColumn, ...shape.moreColumns].map(headingOf),
    unreadColumns: (shape.unreadColumns ?? []).map(headingOf),
  });
}

function refuse(fault: FileFault): Result<never, Fault> {
  const { code, ...details } = fault;
  return err({ code: 'invalid_file', exact: code, message: fileFaultSentence(fault), details });
}
