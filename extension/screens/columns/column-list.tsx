import { useSignal } from '@preact/signals';
import { COLUMNS_SHOWN } from '../../../shared/extension-limits.ts';
import type { FileColumns } from '../../checking/check-messages.ts';
import { Button } from '../../components/button.tsx';
import type { ColumnMap } from '../../state/draft/map-columns.ts';
import { columnLetters } from '../../words/column-letters.ts';
import { words } from '../../words/words.ts';

const SAMPLES_SHOWN = 5;

interface Props {
  columns: FileColumns;
  map: ColumnMap;
  /** Columns that leave somebody out, by the check. */
  leavingOut: readonly number[];
}

/** Every column with its first values and its use; if there are many, used ones come first. */
export function ColumnList({ columns, map, leavingOut }: Props) {
  const shown = useSignal(COLUMNS_SHOWN);
  const { headings, samples } = columns;
  const roles = rolesOf(map, leavingOut);
  const first = Array.from({ length: Math.min(shown.value, headings.length) }, (_, column) => column);
  const beyond = [...roles.keys()].filter((column) => column >= shown.value).sort((left, right) => left - right);
  const left = headings.length - shown.value;
  return (
    <section class="card stack" aria-labelledby="columns">
      <h2 id="columns">{words.columns.listHeading(headings.length)}</h2>
      <ul class="column-list">
        {[...first, ...beyond].map((column) => (
          <li key={column} class={`column-row${roles.has(column) ? ' column-used' : ''}`}>
            <span class="column-letters" aria-hidden="true">
              {columnLetters(column)}
            </span>
            <span class="column-heading">{headings[column]}</span>
            <span class="column-roles">
              {(roles.get(column) ?? []).map((role) => (
                <span key={role} class="column-role">
                  {role}
                </span>
              ))}
            </span>
            <Values values={samples.slice(0, SAMPLES_SHOWN).map((row) => row[column]?.trim() ?? '')} />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Button look="quiet" onClick={() => (shown.value += COLUMNS_SHOWN)}>
          {words.columns.showMore(Math.min(left, COLUMNS_SHOWN))}
        </Button>
      ) : null}
    </section>
  );
}

function Values({ values }: { values: readonly string[] }) {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return <span class="column-values soft">{words.columns.noValue}</span>;
  return (
    <ul class="column-values">
      {filled.map((value, index) => (
        <li key={index} title={value}>
          {value}
        </li>
      ))}
    </ul>
  );
}

function rolesOf(map: ColumnMap, leavingOut: readonly number[]): Map<number, string[]> {
  const roles = new Map<number, string[]>();
  const add = (column: number | null, role: string) => {
    if (column !== null) roles.set(column, [...(roles.get(column) ?? []), role]);
  };
  add(map.number.column, words.columns.numbersTag);
  add(map.callingCode, words.columns.callingCodeTag);
  if (map.numbers !== 'first') for (const column of map.more) add(column, words.columns.moreTag);
  for (const column of leavingOut) add(column, words.columns.doNotCallTag);
  for (const { name, column } of map.variables) add(column, words.columns.variable(name));
  return roles;
}
