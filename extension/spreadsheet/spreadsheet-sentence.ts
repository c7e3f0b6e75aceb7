import { assertNever } from '../../shared/result.ts';
import { words } from '../words/words.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';

/** What is wrong with a workbook and what to do, for people. */
export function spreadsheetSentence(fault: SpreadsheetFault): string {
  const { spreadsheets, file } = words;
  switch (fault.code) {
    case 'password_protected':
      return spreadsheets.passwordProtected;
    case 'corrupt':
      return spreadsheets.corrupt;
    case 'cell_twice':
      return spreadsheets.cellTwice(fault.sheet, fault.cell);
    case 'not_a_spreadsheet':
      return fault.looksLike === undefined ? spreadsheets.notASpreadsheet : file.notText(fault.looksLike);
    case 'no_rows_in_workbook':
      return spreadsheets.noRows;
    case 'too_many_rows':
      return spreadsheets.tooManyRows(fault.limit);
    case 'too_many_cells':
      return spreadsheets.tooManyCells(fault.limit);
    case 'too_large':
      return spreadsheets.tooLarge(fault.limitBytes);
    case 'took_too_long':
      return spreadsheets.tookTooLong(fault.limitSeconds);
    case 'stopped':
      return spreadsheets.stopped;
    case 'unreadable':
      return spreadsheets.unreadable;
    default:
      return assertNever(fault);
  }
}
