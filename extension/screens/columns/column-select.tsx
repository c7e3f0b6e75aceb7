import { MAX_COLUMNS_OFFERED } from '../../../shared/extension-limits.ts';
import { Field } from '../../components/form/field.tsx';
import { columnLetters } from '../../words/column-letters.ts';
import { words } from '../../words/words.ts';

interface Props {
  label: string;
  hint?: string | undefined;
  error: string | null;
  headings: readonly string[];
  /** From 0; null while none is chosen. */
  value: number | null;
  /** Gets the position, from 0. */
  onPick: (column: number) => void;
}

/** A choice of one of the file's columns, by letter and heading. */
export function ColumnSelect({ label, hint, error, headings, value, onPick }: Props) {
  const offered = Array.from({ length: Math.min(headings.length, MAX_COLUMNS_OFFERED) }, (_, column) => column);
  if (value !== null && value >= MAX_COLUMNS_OFFERED) offered.push(value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <select
          {...attributes}
          class="input"
          value={value === null ? '' : String(value)}
          onChange={(event) => onPick(Number(event.currentTarget.value))}
        >
          {value === null ? (
            <option value="" disabled>
              {words.columns.choose}
            </option>
          ) : null}
          {offered.map((column) => (
            <option key={column} value={String(column)}>
              {words.columns.option(columnLetters(column), headings[column] ?? '')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
