import { NUMBER_POLICIES } from '../../../shared/columns/column-verdict.ts';
import { MAX_COLUMNS_OFFERED } from '../../../shared/extension-limits.ts';
import type { FileColumns } from '../../checking/check-messages.ts';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { Select } from '../../components/form/select.tsx';
import type { ColumnMap } from '../../state/draft/map-columns.ts';
import { columnLetters } from '../../words/column-letters.ts';
import { words } from '../../words/words.ts';
import type { ChooseColumns } from './choose-columns.ts';

const NO_COLUMN = 'none';

interface Props {
  columns: FileColumns;
  map: ColumnMap;
  onChoose: ChooseColumns;
}

/** The country of each number, and what happens with further numbers in a row. */
export function NumberExtras({ columns, map, onChoose }: Props) {
  const { headings, moreColumns, callingCodeColumn } = columns;
  const { number, callingCode, more, numbers } = map;
  if (number.column === null || headings.length < 2) return null;
  const nameOf = (column: number) => headings[column] ?? '';
  const offered = Array.from({ length: Math.min(headings.length, MAX_COLUMNS_OFFERED) }, (_, column) => column);
  if (callingCode !== null && callingCode >= MAX_COLUMNS_OFFERED) offered.push(callingCode);
  const further = [...new Set([...moreColumns, ...more])].filter((column) => column !== number.column);
  const country = (
    <Select
      label={words.columns.callingCode}
      hint={words.columns.callingCodeHint}
      value={callingCode === null ? NO_COLUMN : String(callingCode)}
      options={[
        [NO_COLUMN, words.columns.noCallingCode],
        ...offered
          .filter((column) => column !== number.column)
          .map((column) => [String(column), words.columns.option(columnLetters(column), nameOf(column))] as const),
      ]}
      onChange={(value) => onChoose({ callingCode: value === NO_COLUMN ? null : Number(value) + 1 })}
    />
  );
  return (
    <>
      {further.length === 0 ? null : (
        <fieldset class="stack">
          <legend class="field-legend">{words.columns.moreHeading(further.map(nameOf))}</legend>
          <Select
            label={words.columns.numbers}
            hint={words.columns.policyHints[numbers]}
            value={numbers}
            options={NUMBER_POLICIES.map((policy) => [policy, words.columns.policies[policy]] as const)}
            onChange={(policy) => onChoose({ numbers: policy })}
          />
          {numbers === 'first'
            ? null
            : further.map((column) => (
                <Checkbox
                  key={column}
                  label={words.columns.useToo(nameOf(column))}
                  checked={more.includes(column)}
                  onChange={(isUsed) => {
                    const used = further.filter((one) => (one === column ? isUsed : more.includes(one)));
                    onChoose({ more: used.map((one) => one + 1) });
                  }}
                />
              ))}
        </fieldset>
      )}
      {callingCode !== null || callingCodeColumn !== null ? (
        country
      ) : (
        <details>
          <summary class="small">{words.columns.otherCountries}</summary>
          {country}
        </details>
      )}
    </>
  );
}
