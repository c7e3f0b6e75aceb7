import type { FileColumns } from '../../checking/check-messages.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { ColumnMap } from '../../state/draft/map-columns.ts';
import { words } from '../../words/words.ts';
import type { ChooseColumns } from './choose-columns.ts';
import { numberAdvice } from './number-advice.ts';
import './number-choice.css';

const VALUES_SHOWN = 2;

interface Props {
  columns: FileColumns;
  map: ColumnMap;
  onChoose: ChooseColumns;
}

/** Why this column was chosen (or guessed), and a button for the next best. */
export function NumberChoice({ columns, map, onChoose }: Props) {
  const { verdict, headings } = columns;
  const { column, source } = map.number;
  if (column === null) return null;
  // Why it was chosen last time is not known any more.
  const isKnown = source !== 'last_time' && column === columns.numberColumn;
  const { other, saysWhy } = numberAdvice(columns, column);
  const why = words.sentences.columnReason(verdict, headings);
  const isGuess = isKnown && verdict.doubt !== null;
  const isSaid = isKnown && saysWhy;
  if (!isSaid && other === undefined) return null;
  const instead =
    other === undefined ? null : (
      <Button onClick={() => onChoose({ number: other.column + 1 })}>{words.columns.takeInstead(other.heading)}</Button>
    );
  const samples =
    other === undefined || other.samples.length === 0 ? null : (
      <p class="small soft">{words.columns.holds(other.heading, other.samples.slice(0, VALUES_SHOWN))}</p>
    );
  return isGuess ? (
    <div class="number-choice">
      <Notice
        tone="warn"
        action={
          <>
            <Button onClick={() => onChoose({ number: column + 1 })}>
              {words.columns.keep(headings[column] ?? '')}
            </Button>
            {instead}
          </>
        }
      >
        {why}
        {samples}
      </Notice>
    </div>
  ) : (
    <div class="number-choice">
      {isSaid ? <p class="small soft">{why}</p> : null}
      {instead === null ? null : <div class="row">{instead}</div>}
      {samples}
    </div>
  );
}
