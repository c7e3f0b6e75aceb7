import type { CellObject } from '@e965/xlsx';
import { cellText } from './cell-text.ts';
import type { SheetCells } from './sheet-csv.ts';

/** A sheet as read from some format. Positions count from 0. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: SheetCells;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** What a person does not see in a sheet that is open in a spreadsheet, and what the spreadsheet did not calculate. */
export interface SheetFlaws {
  /** Rows below the first that hold something and are hidden, by a filter or by hand. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Cells with a formula and no result. */
  readonly notComputed: number;
}

export function sheetFlaws({ cells, hiddenRows, hiddenColumns }: RawSheet): SheetFlaws {
  const first = cells.findIndex((row) => row !== undefined && row.some(holdsText));
  const rows = [...hiddenRows].filter((row) => row > first && (cells[row] ?? []).some(holdsText));
  const columns = [...hiddenColumns].filter((column) => cells.some((row) => holdsText(row?.[column])));
  let notComputed = 0;
  for (const row of cells) for (const cell of row ?? []) if (cell?.w === NOT_COMPUTED) notComputed++;
  const rising = (left: number, right: number): number => left - right;
  return { hiddenRows: rows.toSorted(rising), hiddenColumns: columns.toSorted(rising), notComputed };
}

/** Replaces the value of a formula that no spreadsheet calculated, in the style of spreadsheets' own errors. */
export const NOT_COMPUTED = '#NOT COMPUTED!';

function holdsText(cell: CellObject | undefined): boolean {
  return cellText(cell) !== '';
}

/** The sheet without its hidden parts; a hidden row becomes a blank line, so that the others keep their numbers. */
export function withoutHidden(cells: SheetCells, { hiddenRows, hiddenColumns }: Partial<SheetFlaws>): SheetCells {
  const rows = new Set(hiddenRows);
  const columns = new Set(hiddenColumns);
  if (rows.size === 0 && columns.size === 0) return cells;
  return cells.map((row, at) => {
    if (rows.has(at)) return [];
    return columns.size === 0 ? row : row?.map((cell, column) => (columns.has(column) ? undefined : cell));
  });
}
