import type { FileColumns } from '../../checking/check-messages.ts';
import { useApp } from '../../components/app-context.ts';
import { Checkbox } from '../../components/form/checkbox.tsx';
import type { ColumnMap, MappedColumn } from '../../state/draft/map-columns.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { chooseColumns } from './choose-columns.ts';
import { ColumnSelect } from './column-select.tsx';
import { DoNotCall } from './do-not-call.tsx';
import { NumberChoice } from './number-choice.tsx';
import { NumberExtras } from './number-extras.tsx';
import { VariableColumn } from './variable-column.tsx';

const VALUES_IN_HINT = 2;

interface Props {
  kept: KeptImport;
  columns: FileColumns;
  map: ColumnMap;
  /** Columns that leave somebody out, by the check. */
  leavingOut: readonly number[];
}

/** Which column holds the numbers, and which column each variable of the text uses. */
export function ColumnForm({ kept, columns, map, leavingOut }: Props) {
  const choose = chooseColumns(useApp(), kept.id);
  const { headings } = columns;
  const titles = columns.linesAbove - (columns.header ? 1 : 0);
  return (
    <section class="card stack">
      <ColumnSelect
        label={words.columns.number}
        hint={hintOf(map.number, columns)}
        error={map.number.column === null ? words.columns.numberMissing : null}
        headings={headings}
        value={map.number.column}
        onPick={(column) => choose({ number: column + 1 })}
      />
      <NumberChoice columns={columns} map={map} onChoose={choose} />
      <NumberExtras columns={columns} map={map} onChoose={choose} />
      <DoNotCall columns={columns} map={map} leavingOut={leavingOut} onChoose={choose} />
      <Checkbox
        label={words.columns.header(columns.headingRow ?? 1)}
        hint={words.columns.headerHint(columns.headingRow ?? 1)}
        checked={map.header}
        onChange={(header) => choose({ header })}
      />
      {titles > 0 ? <p class="small soft">{words.columns.titles(titles)}</p> : null}
      {map.variables.length > 0 ? (
        <fieldset class="stack">
          <legend class="field-legend">{words.columns.variablesHeading}</legend>
          <p class="small soft">{words.columns.variablesNote}</p>
          {map.variables.map((variable) => (
            <VariableColumn
              key={variable.name}
              variable={variable}
              hint={hintOf(variable, columns)}
              headings={headings}
              onChoose={choose}
            />
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}

/** The first values, to see whether it is the right column. */
function hintOf({ column, source }: MappedColumn, { samples }: FileColumns): string | undefined {
  if (column === null) return undefined;
  const values = samples.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  const hint = values.length === 0 ? words.columns.noSuch : words.columns.such(values.slice(0, VALUES_IN_HINT));
  return source === 'last_time' ? words.columns.asLastTime(hint) : hint;
}
