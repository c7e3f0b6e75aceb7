import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import { moveCell } from './grid-keys.ts';
import type { GridCell } from './grid-keys.ts';
import type { IssueRow } from '../thread/issue-model.ts';
import { ISSUE_COLUMNS, IssueTableRow } from './issue-row.tsx';
import { useRowWindow } from './use-row-window.ts';
import './issue-grid.css';

const COLUMNS = Object.keys(ISSUE_COLUMNS).length;

interface Props {
  session: IssueSession;
  hasNames: boolean;
  onCorrect: (row: IssueRow, value: string | null) => void;
  onWhole: (line: number, back: () => void) => void;
}

/** The rows as a grid that draws only visible rows and works with the keyboard alone. */
export function IssueGrid({ session, hasNames, onCorrect, onWhole }: Props) {
  const count = session.shown.value;
  const scroller = useRef<HTMLDivElement>(null);
  const help = useId();
  const seen = useRowWindow(scroller, count);
  const active = useSignal<GridCell>({ row: 0, column: ISSUE_COLUMNS.value });
  const editing = useSignal<number | null>(null);
  const takesFocus = useRef(false);

  useEffect(() => session.want(seen.first, seen.last), [seen.first, seen.last, session.pages.value]);
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    const focused = document.activeElement;
    // If the person moved the focus elsewhere while the row was loading, it stays there.
    if (focused !== document.body && scroller.current?.contains(focused) === false) takesFocus.current = false;
    if (!takesFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    if (!cell) return; // its row is still on its way
    takesFocus.current = false;
    cell.focus({ preventScroll: true });
  });

  function goTo(cell: GridCell): void {
    active.value = cell;
    takesFocus.current = true;
    seen.show(cell.row);
  }
  const actions = {
    edit(index: number): void {
      if (session.rowAt(index)?.isNumberCell !== true) return;
      active.value = { row: index, column: ISSUE_COLUMNS.value };
      editing.value = index;
    },
    finish(index: number, row: IssueRow, value: string | null): void {
      editing.value = null;
      // After leaving with the mouse the focus is elsewhere; it is moved back only if it is still in the grid.
      if (scroller.current?.contains(document.activeElement)) goTo({ row: index, column: ISSUE_COLUMNS.value });
      if (value !== null && value !== (row.correction?.value ?? row.value)) onCorrect(row, value);
    },
    correct(row: IssueRow, value: string | null): void {
      takesFocus.current = true;
      onCorrect(row, value);
    },
    showWhole(index: number, line: number): void {
      active.value = { row: index, column: ISSUE_COLUMNS.line };
      // A browser returns the focus at once but reports it later; keys pressed in between have already moved on.
      onWhole(line, () => {
        if (document.activeElement === document.body) goTo({ row: index, column: ISSUE_COLUMNS.line });
      });
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    const to = moveCell(active.value, event.key, event.ctrlKey || event.metaKey, {
      rows: count,
      columns: COLUMNS,
      pageRows: seen.pageRows,
    });
    if (to !== null) {
      event.preventDefault();
      goTo(to);
    } else if (active.value.column === ISSUE_COLUMNS.value && startsEditing(event)) {
      event.preventDefault();
      actions.edit(active.value.row);
    }
  }

  const { row: activeRow, column: activeColumn } = active.value;
  const drawn = Array.from({ length: seen.last - seen.first + 1 }, (_, at) => seen.first + at);
  // The focused row stays drawn, however far one scrolls.
  if (activeRow < count && (activeRow < seen.first || activeRow > seen.last)) drawn.push(activeRow);
  const topOf = (index: number): number =>
    Math.min(Math.max(0, seen.topPx + (index - seen.first) * seen.rowPx), Math.max(0, seen.drawnPx - seen.rowPx));
  return (
    <>
      <p class="small soft" id={help}>
        {words.issues.howTo}
      </p>
      <div
        ref={scroller}
        class={`issue-grid${seen.isNarrow ? ' issue-cards' : ''}${seen.isSlim ? ' issue-slim' : ''}${hasNames ? ' issue-named' : ''}`}
        role="grid"
        aria-label={words.issues.table}
        aria-describedby={help}
        aria-rowcount={count + 1}
        aria-colcount={COLUMNS}
        style={{ height: `min(${seen.wholePx + 2}px, 62vh)` }}
        onScroll={() => seen.follow()}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
          const row = cell?.closest<HTMLElement>('[aria-rowindex]')?.getAttribute('aria-rowindex');
          if (cell && row) active.value = { row: Number(row) - 2, column: Number(cell.dataset['cell']) };
        }}
      >
        <div class="issue-head" role="row" aria-rowindex={1}>
          <span role="columnheader">{hasNames ? words.issues.nameColumn : words.issues.lineColumn}</span>
          <span role="columnheader">{words.issues.valueColumn}</span>
          <span role="columnheader">{words.issues.reasonColumn}</span>
          <span role="columnheader">{words.issues.suggestionColumn}</span>
        </div>
        <div class="issue-rows" role="rowgroup" style={{ height: `${seen.drawnPx}px` }}>
          {drawn.map((index) => (
            <IssueTableRow
              key={index}
              index={index}
              row={session.rowAt(index)}
              top={topOf(index)}
              activeColumn={index === activeRow ? activeColumn : null}
              isEditing={index === editing.value}
              actions={actions}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** Enter and F2, as in every spreadsheet. */
function startsEditing({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || key === 'F2';
}
