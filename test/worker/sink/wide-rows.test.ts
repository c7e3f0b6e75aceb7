import { expect, it } from 'vitest';
import { namedColumns } from '../../../worker/events/named-columns.ts';
import { cutRow } from '../../../worker/import/reports/people-reader.ts';
import { MAX_EVENT_CELL_CHARS, MAX_EVENT_ROW_CHARS } from '../../../shared/sink-limits.ts';
import { MAX_COLUMNS } from '../../../shared/limits.ts';

it('names every column once, also where all of as many as there may be are called the same', () => {
  const cells = Array.from({ length: MAX_COLUMNS }, (_, at) => String(at));
  const named = namedColumns(
    cells.map(() => 'Note'),
    cells,
  );
  expect(Object.values(named)).toEqual(cells);
  expect(Object.keys(named).slice(0, 3)).toEqual(['Note', 'Note (2)', 'Note (3)']);
});

it('takes no name that another column has', () => {
  expect(namedColumns(['A (2)', 'A', 'A', 'A', '', ''], ['1', '2', '3', '4', '5', '6'])).toEqual({
    'A (2)': '1',
    A: '2',
    'A (3)': '3',
    'A (4)': '4',
    'Column 5': '5',
    'Column 6': '6',
  });
});

it('cuts a cell, and a row, to what an event carries', () => {
  const long = 'x'.repeat(MAX_EVENT_CELL_CHARS + 1);
  expect(cutRow(['short', long])).toEqual(['short', long.slice(0, -1)]);
  const wide = cutRow(Array.from({ length: 2_000 }, () => long));
  expect(wide.join('')).toHaveLength(MAX_EVENT_ROW_CHARS);
  expect(wide).toHaveLength(2_000);
});
