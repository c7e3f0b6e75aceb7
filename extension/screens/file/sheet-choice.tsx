import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import type { Spreadsheet } from '../../spreadsheet/open-spreadsheet.ts';
import type { LeaveOut } from '../../spreadsheet/read-workbook.ts';
import { columnLetters } from '../../words/column-letters.ts';
import { words } from '../../words/words.ts';
import { HiddenChoice } from './hidden-choice.tsx';

interface Props {
  name: string;
  book: Spreadsheet;
  busy: boolean;
  onUse: (sheet: number, leaveOut: LeaveOut) => void;
  onStop: () => void;
}

/** Which sheet of a workbook holds the contacts (the likeliest is preselected), and what happens with what it hides. */
export function SheetChoice({ name, book, busy, onUse, onStop }: Props) {
  const chosen = useSignal(book.usual);
  const leaveRows = useSignal<boolean | null>(null);
  const leaveColumns = useSignal<boolean | null>(false);
  const hiddenRows = book.sheets[chosen.value]?.hiddenRows.length ?? 0;
  const hiddenColumns = (book.sheets[chosen.value]?.hiddenColumns ?? []).map(columnLetters);
  const isAnswered = hiddenRows === 0 || leaveRows.value !== null;
  return (
    <form
      class="sheet-choice stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered) onUse(chosen.value, { rows: leaveRows.value === true, columns: leaveColumns.value === true });
      }}
    >
      <fieldset class="sheet-list">
        <legend>
          <strong>{words.spreadsheets.chooseHeading}</strong> <span class="soft">{name}</span>
        </legend>
        {book.sheets.map((sheet, index) => (
          <label key={sheet.name} class="tick">
            <input
              type="radio"
              name="sheet"
              checked={index === chosen.value}
              disabled={sheet.rows === 0}
              onChange={() => {
                chosen.value = index;
                leaveRows.value = null;
                leaveColumns.value = false;
              }}
            />
            <span>
              {sheet.name}{' '}
              <span class="soft">
                {words.spreadsheets.sheetFacts(sheet.rows, sheet.columns)}
                {sheet.isHidden ? `, ${words.spreadsheets.hidden}` : ''}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {hiddenRows > 0 ? (
        <HiddenChoice
          name="hidden-rows"
          question={words.spreadsheets.hiddenRowsQuestion(hiddenRows)}
          keep={words.spreadsheets.keepHiddenRows(hiddenRows)}
          leave={words.spreadsheets.leaveHiddenRows(hiddenRows)}
          value={leaveRows.value}
          onPick={(leave) => (leaveRows.value = leave)}
        />
      ) : null}
      {hiddenColumns.length > 0 ? (
        <HiddenChoice
          name="hidden-columns"
          question={words.spreadsheets.hiddenColumnsQuestion(hiddenColumns)}
          keep={words.spreadsheets.keepHiddenColumns(hiddenColumns.length)}
          leave={words.spreadsheets.leaveHiddenColumns(hiddenColumns.length)}
          value={leaveColumns.value}
          onPick={(leave) => (leaveColumns.value = leave)}
        />
      ) : null}
      {isAnswered ? null : <p class="small soft">{words.spreadsheets.answerFirst}</p>}
      <div class="row">
        <Button type="submit" look="primary" busy={busy} disabled={!isAnswered}>
          {words.spreadsheets.useSheet}
        </Button>
        <Button look="quiet" onClick={onStop}>
          {words.spreadsheets.otherFile}
        </Button>
      </div>
    </form>
  );
}
