import { cellRanges } from './cell-ranges.ts';
import type { RecordLimits } from './record-limits.ts';
import { RecordReader } from './record-reader.ts';

export const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Detects the delimiter from a text's beginning: the one that gives most records the same number of cells and, on a
 * tie, more cells. A comma if none separates anything. `complete`: the text ends here.
 */
export function detectDelimiter(head: Uint8Array, complete: boolean, limits: RecordLimits): Delimiter {
  let best: Delimiter = ',';
  let bestShare = 0;
  let bestCells = 1;
  for (const delimiter of DELIMITERS) {
    const { share, cells } = usualWidth(cellCounts(head, complete, delimiter, limits));
    if (cells < 2) continue;
    if (share > bestShare || (share === bestShare && cells > bestCells)) {
      [best, bestShare, bestCells] = [delimiter, share, cells];
    }
  }
  return best;
}

function cellCounts(head: Uint8Array, complete: boolean, delimiter: Delimiter, limits: RecordLimits): number[] {
  const counts: number[] = [];
  const code = delimiter.charCodeAt(0);
  const reader = new RecordReader(code, 0, limits, ({ bytes, starts, ends, count }) => {
    for (let index = 0; index < count; index++) {
      const start = starts[index] ?? 0;
      const end = ends[index] ?? 0;
      if (end > start) counts.push(cellRanges(bytes, start, end, code).length / 2);
    }
    return true;
  });
  reader.push(head);
  if (complete || counts.length === 0) reader.finish();
  return counts;
}

function usualWidth(counts: readonly number[]): { share: number; cells: number } {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let cells = 0;
  let most = 0;
  for (const [count, seen] of times) if (seen > most || (seen === most && count > cells)) [cells, most] = [count, seen];
  return { share: counts.length === 0 ? 0 : most / counts.length, cells };
}
