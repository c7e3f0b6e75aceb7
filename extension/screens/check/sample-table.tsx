import { words } from '../../words/words.ts';

const SAMPLE_ROWS = 3;
const SAMPLE_COLUMNS = 6;

interface Props {
  headings: readonly string[];
  samples: readonly (readonly string[])[];
  chosen: number;
}

/** The first rows as they were read, the numbers marked. */
export function SampleTable({ headings, samples, chosen }: Props) {
  const columns = shownColumns(headings.length, chosen);
  const hidden = headings.length - columns.length;
  return (
    <div>
      {/* A table wider than its card scrolls by itself, by keyboard too. */}
      <div class="sample-scroll" role="region" aria-label={words.check.sampleCaption} tabIndex={0}>
        <table class="sample">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" class={column === chosen ? 'sample-chosen' : undefined}>
                  {headings[column]}
                  {column === chosen ? <span class="sample-tag">{words.check.chosenColumn}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.slice(0, SAMPLE_ROWS).map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column} class={column === chosen ? 'sample-chosen' : undefined}>
                    {row[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? <p class="small soft">{words.check.moreColumns(hidden)}</p> : null}
    </div>
  );
}

/** The first columns, the chosen one always among them. */
function shownColumns(count: number, chosen: number): number[] {
  const first = Array.from({ length: Math.min(count, SAMPLE_COLUMNS) }, (_, column) => column);
  return first.includes(chosen) ? first : [...first.slice(0, SAMPLE_COLUMNS - 1), chosen];
}
