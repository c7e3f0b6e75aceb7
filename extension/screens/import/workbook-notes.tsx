import { Notice } from '../../components/status/notice.tsx';
import type { WorkbookFacts } from '../../storage/kept-import.ts';
import { columnLetters } from '../../words/column-letters.ts';
import { words } from '../../words/words.ts';

/** What the workbook hides or never calculated; shown on every step before the start. */
export function WorkbookNotes({ facts }: { facts: WorkbookFacts }) {
  const { hiddenRows, leftOut, notComputed } = facts;
  const columns = facts.hiddenColumns.map(columnLetters);
  const { spreadsheets } = words;
  const hides = hiddenRows > 0 || columns.length > 0;
  return (
    <>
      {hides ? (
        <Notice tone={hiddenRows > 0 && !leftOut.rows ? 'warn' : 'neutral'}>
          {hiddenRows === 0
            ? null
            : leftOut.rows
              ? spreadsheets.hiddenRowsLeftOut(hiddenRows)
              : spreadsheets.hiddenRowsKept(hiddenRows)}{' '}
          {columns.length === 0
            ? null
            : leftOut.columns
              ? spreadsheets.hiddenColumnsLeftOut(columns)
              : spreadsheets.hiddenColumnsKept(columns)}{' '}
          {spreadsheets.chooseAgain}
        </Notice>
      ) : null}
      {notComputed > 0 ? <Notice tone="warn">{spreadsheets.notComputed(notComputed)}</Notice> : null}
    </>
  );
}
