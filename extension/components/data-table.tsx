import type { ComponentChildren } from 'preact';
import './data-table.css';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** `text` may wrap, `beside` is next to the row's name on a card, `action` has a heading only for screen readers. */
  readonly look?: 'number' | 'text' | 'beside' | 'action';
}

interface Props<Row> {
  caption: string;
  /** The first column names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Newer rows are being loaded. */
  busy?: boolean;
  /** The columns are so few and short that they fit anywhere. */
  slim?: boolean;
}

/** Shows rows as a table if there is room, otherwise each row as a card. */
export function DataTable<Row>({ caption, columns, rows, keyOf, busy, slim }: Props<Row>) {
  const [head, ...others] = columns;
  const look = (column: Column<Row>) => (column.look ? `data-${column.look}` : undefined);
  return (
    <div class="data-frame">
      <table class={`data${slim ? '' : ' data-wide'}`} aria-busy={busy}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={look(column)}>
                {column.look === 'action' ? <span class="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{head.cell(row)}</th>
              {others.map((column) => (
                <td key={column.label} class={look(column)} data-label={column.label}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
