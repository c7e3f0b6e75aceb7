import { columnReasonSentence } from '../../../shared/columns/column-verdict.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';
import type { Fault } from '../../errors.ts';

/** Why nobody may be called unseen: a column is a guess. Null if all are sure. */
export function columnUnsure(shape: FileShape): Fault | null {
  return numberUnsure(shape) ?? doNotCallUnsure(shape);
}

/** A column may say who must not be called, or something else. */
function doNotCallUnsure({ doNotCall, headings, samples }: FileShape): Fault | null {
  const column = doNotCall?.unsure ?? null;
  if (column === null) return null;
  const heading = headings[column] ?? '';
  const seen = samples.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return {
    code: 'column_unsure',
    message: `Nobody was called: "${heading}" may say who must not be called, but not every cell says yes or no. Say whether it does: add &doNotCall= and its heading or position to the address, or &doNotCall=none to call everybody.`,
    details: {
      column: column + 1,
      doubt: 'do_not_call_unclear',
      candidates: [{ column: column + 1, heading, samples: seen }],
    },
  };
}

/**
 * Why the choice of the number column is a guess, and which other columns it may be; null when it is sure. Columns
 * count from 1.
 */
function numberUnsure({ verdict, headings, numberColumn }: FileShape): Fault | null {
  if (verdict.doubt === null) return null;
  const heading = headings[numberColumn] ?? '';
  const reason = columnReasonSentence(verdict, headings);
  return {
    code: 'column_unsure',
    message: `Nobody was called: "${heading}" would be the column of the numbers. ${reason} Say which it is: add &column= and its heading or position to the address.`,
    details: {
      column: numberColumn + 1,
      doubt: verdict.doubt,
      candidates: verdict.candidates.map(({ column, heading: name, samples }) => ({
        column: column + 1,
        heading: name,
        samples: [...samples],
      })),
    },
  };
}
