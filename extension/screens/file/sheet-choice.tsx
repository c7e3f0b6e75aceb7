import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.tsx';
import type { Spreadsheet } from '../../spreadsheet/open-spreadsheet.ts';
import { words } from '../../words/words.ts';

interface Props {
  name: string;
  book: Spreadsheet;
  busy: boolean;
  onUse: (sheet: number) => void;
  onStop: () => void;
}

/** Which sheet of a workbook holds the contacts; the likeliest is chosen already. */
export function SheetChoice({ name, book, busy, onUse, onStop }: Props) {
  const chosen = useSignal(book.usual);
  return (
    <form
      class="sheet-choice stack"
      onSubmit={(event) => {
        event.preventDefault();
        onUse(chosen.value);
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
              onChange={() => (chosen.value = index)}
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
      <div class="row">
        <Button type="submit" look="primary" busy={busy}>
          {words.spreadsheets.useSheet}
        </Button>
        <Button look="quiet" onClick={onStop}>
          {words.spreadsheets.otherFile}
        </Button>
      </div>
    </form>
  );
}
