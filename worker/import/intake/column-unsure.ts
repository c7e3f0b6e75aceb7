import { columnReasonSentence } from '../../../shared/columns/column-verdict.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';
import type { Fault } from '../../errors.ts';

/**
 * Why the choice of the number column is a guess, and which other columns it may be; null when it is sure. Columns
 * count from 1.
 */
export function columnUnsure({ verdict, headings, numberColumn }: FileShape): Fault | null {
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
