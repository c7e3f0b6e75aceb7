import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/field.tsx';
import { Tick } from '../../components/tick.tsx';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { SampleTable } from './sample-table.tsx';

/** Columns offered for choosing; a file may have thousands of empty ones. */
const MAX_OFFERED = 200;

interface Props {
  kept: KeptImport;
  headings: readonly string[];
  /** From 0; null when none was found. */
  chosen: number | null;
  header: boolean;
  samples: readonly (readonly string[])[];
}

/** Where the numbers are: found by itself, shown with a few rows to see it by, and changed here. */
export function ColumnPicker({ kept, headings, chosen, header, samples }: Props) {
  const { actions } = useApp();
  return (
    <section class="card stack">
      <Field label={words.check.columnLabel}>
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={chosen === null ? '' : String(chosen + 1)}
            onChange={(event) => {
              const number = Number(event.currentTarget.value);
              void actions.change(kept.id, { columns: { ...kept.columns, number } });
            }}
          >
            {chosen === null ? <option value="">{words.check.chooseColumn}</option> : null}
            {headings.slice(0, MAX_OFFERED).map((heading, index) => (
              // Headings repeat and move; a column is its position.
              <option key={index} value={String(index + 1)}>
                {words.check.columnPosition(index + 1, heading)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Tick
        label={words.check.firstRowIsHeading}
        checked={header}
        onChange={(next) => void actions.change(kept.id, { columns: { ...kept.columns, header: next } })}
      />
      {samples.length > 0 && chosen !== null ? (
        <SampleTable headings={headings} samples={samples} chosen={chosen} />
      ) : null}
    </section>
  );
}
