import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import type { IssueRow } from '../thread/issue-model.ts';
import { IssueCellEditor } from './issue-cell-editor.tsx';
import { rowWords } from './issue-words.ts';

/** Columns by position; the element to focus in each has `data-cell`. */
export const ISSUE_COLUMNS = { line: 0, value: 1, reason: 2, action: 3 } as const;

interface IssueRowActions {
  readonly edit: (index: number) => void;
  readonly finish: (index: number, row: IssueRow, value: string | null) => void;
  readonly correct: (row: IssueRow, value: string | null) => void;
  readonly showWhole: (index: number, line: number) => void;
}

interface Props {
  index: number;
  row: IssueRow | undefined;
  top: number;
  /** The column that takes the focus when the grid does; null in all other rows. */
  activeColumn: number | null;
  isEditing: boolean;
  actions: IssueRowActions;
}

/** One row of the table: its line, its value, why it is left out, and what can be done. */
export function IssueTableRow({ index, row, top, activeColumn, isEditing, actions }: Props) {
  const place = { transform: `translateY(${top}px)` };
  const tab = (column: number) => (activeColumn === column ? 0 : -1);
  // The heading is row 1, so the first row is 2.
  const position = index + 2;
  if (row === undefined) {
    // The cell that is there already becomes the one of the number, by its key: with it goes the focus.
    return (
      <div class="issue-row" role="row" aria-rowindex={position} style={place}>
        <div key="value" class="issue-cell soft" role="gridcell" data-cell="1" tabIndex={tab(ISSUE_COLUMNS.value)}>
          {words.issues.loading}
        </div>
      </div>
    );
  }
  const { line, value, name, suggestion, correction } = row;
  const { isAccepted, message, fix } = rowWords(row);
  return (
    <div class={`issue-row${isAccepted ? ' issue-mended' : ''}`} role="row" aria-rowindex={position} style={place}>
      <div class="issue-cell issue-line" role="rowheader">
        <button
          type="button"
          class="issue-line-button"
          data-cell="0"
          tabIndex={tab(ISSUE_COLUMNS.line)}
          aria-label={words.issues.whole(line, name)}
          title={name === '' ? undefined : name}
          onClick={() => actions.showWhole(index, line)}
        >
          {name === '' ? (
            <span class="issue-name">{formatCount(line)}</span>
          ) : (
            <>
              <span class="issue-name">{name}</span> <span class="issue-of">{words.issues.rowOf(line)}</span>
            </>
          )}
        </button>
      </div>
      {isEditing ? (
        <div key="value" class="issue-cell issue-value" role="gridcell">
          <IssueCellEditor
            label={words.issues.editLabel(line)}
            value={correction?.value ?? value}
            onDone={(typed) => actions.finish(index, row, typed)}
          />
        </div>
      ) : (
        <div
          key="value"
          class="issue-cell issue-value"
          role="gridcell"
          data-cell="1"
          tabIndex={tab(ISSUE_COLUMNS.value)}
          onClick={() => actions.edit(index)}
        >
          {correction === null ? null : <code class="issue-now">{correction.value || words.issues.nothing}</code>}
          <Value text={value} isOld={correction !== null} />
        </div>
      )}
      <div class="issue-cell issue-reason" role="gridcell" data-cell="2" tabIndex={tab(ISSUE_COLUMNS.reason)}>
        <span class="issue-message" title={message}>
          {message}
        </span>{' '}
        <span class="issue-fix soft" title={fix}>
          {fix}
        </span>
      </div>
      <Action row={row} suggestion={suggestion} tab={tab(ISSUE_COLUMNS.action)} onCorrect={actions.correct} />
    </div>
  );
}

function Value({ text, isOld }: { text: string; isOld: boolean }) {
  const shown = text === '' ? <span class="soft">{words.issues.nothing}</span> : <code title={text}>{text}</code>;
  if (!isOld) return shown;
  return (
    <del class="issue-was">
      <span class="visually-hidden">{words.issues.corrected} </span>
      {shown}
    </del>
  );
}

interface ActionProps {
  row: IssueRow;
  suggestion: string | null;
  tab: 0 | -1;
  onCorrect: (row: IssueRow, value: string | null) => void;
}

function Action({ row, suggestion, tab, onCorrect }: ActionProps) {
  const { line, correction } = row;
  if (correction === null && suggestion === null) {
    return <div class="issue-cell issue-action" role="gridcell" data-cell="3" tabIndex={tab} />;
  }
  const [label, word, value] =
    correction === null && suggestion !== null
      ? [words.issues.takeFor(suggestion, line), words.issues.take(suggestion), suggestion]
      : [words.issues.revertFor(line), words.issues.revert, null];
  return (
    <div class="issue-cell issue-action" role="gridcell">
      <button
        type="button"
        class={`button ${value === null ? 'button-quiet' : 'button-plain'}`}
        data-cell="3"
        tabIndex={tab}
        aria-label={label}
        onClick={() => onCorrect(row, value)}
      >
        {word}
      </button>
    </div>
  );
}
