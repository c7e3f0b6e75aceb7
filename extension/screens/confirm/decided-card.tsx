import { useSignal } from '@preact/signals';
import type { FileColumns } from '../../checking/check-messages.ts';
import type { ColumnMap } from '../../state/draft/map-columns.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { ColumnForm } from '../columns/column-form.tsx';

interface Props {
  kept: KeptImport;
  columns: FileColumns;
  map: ColumnMap;
  /** Columns that leave somebody out, by the check. */
  leavingOut: readonly number[];
}

/** The decisions about the columns, one per line, each with a way to change it here. */
export function DecidedCard({ kept, columns, map, leavingOut }: Props) {
  const open = useSignal(false);
  return (
    <section class="card stack" aria-labelledby="decided">
      <h2 id="decided">{words.confirm.decidedHeading}</h2>
      <ul class="decided">
        {linesOf(columns, map).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details class="decided-form" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>{words.confirm.decidedChange}</summary>
        {open.value ? <ColumnForm kept={kept} columns={columns} map={map} leavingOut={leavingOut} /> : null}
      </details>
    </section>
  );
}

function linesOf(columns: FileColumns, map: ColumnMap): string[] {
  const nameOf = (column: number): string => columns.headings[column] ?? '';
  const { number, callingCode, more, numbers, variables } = map;
  const { confirm } = words;
  const titles = columns.linesAbove - (columns.header ? 1 : 0);
  return [
    ...(number.column === null ? [] : [confirm.decidedNumber(nameOf(number.column), number.source === 'last_time')]),
    ...(callingCode === null ? [] : [confirm.decidedCountry(nameOf(callingCode))]),
    ...(more.length === 0
      ? []
      : numbers === 'first'
        ? [confirm.decidedNotCalled(more.map(nameOf))]
        : [confirm.decidedPolicy(more.map(nameOf), words.columns.policies[numbers])]),
    ...variables.flatMap(({ name, column, fallback, leaveOut }) =>
      column === null
        ? []
        : [
            leaveOut
              ? confirm.decidedLeftOut(name, nameOf(column))
              : fallback !== null && fallback.trim() !== ''
                ? confirm.decidedInstead(name, nameOf(column), fallback)
                : confirm.decidedVariable(name, nameOf(column)),
          ],
    ),
    ...(titles > 0 ? [words.columns.titles(titles)] : []),
  ];
}
