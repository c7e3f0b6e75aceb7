const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * Reads comma-separated rows from bytes. Each cell is a copy, so that no cell keeps the file in memory, and `onRow` may
 * keep the cells. Lines end with LF or CRLF, quotes are doubled inside quotes, and blank lines are skipped.
 */
export function readCsvRows(bytes: Buffer, onRow: (cells: string[]) => void): void {
  let cells: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const cell = bytes[at] === QUOTE ? quotedCell(bytes, at) : plainCell(bytes, at);
    cells.push(cell.text);
    at = cell.end;
    if (bytes[at] === COMMA) {
      at += 1;
      if (at < bytes.length) continue;
      cells.push('');
    }
    if (bytes[at] === RETURN) at += 1;
    at += 1;
    if (cells.length > 1 || cells[0] !== '') onRow(cells);
    cells = [];
  }
}

type Cell = { readonly text: string; readonly end: number };

function plainCell(bytes: Buffer, start: number): Cell {
  let end = start;
  while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== NEWLINE) end += 1;
  if (bytes[end - 1] === RETURN && end > start && bytes[end] !== COMMA) end -= 1;
  return { text: bytes.toString('utf8', start, end), end };
}

function quotedCell(bytes: Buffer, start: number): Cell {
  let close = start + 1;
  for (;;) {
    close = bytes.indexOf(QUOTE, close);
    if (close === -1) close = bytes.length;
    else if (bytes[close + 1] === QUOTE) {
      close += 2;
      continue;
    }
    break;
  }
  const text = bytes.toString('utf8', start + 1, close).replaceAll('""', '"');
  const rest = plainCell(bytes, Math.min(close + 1, bytes.length));
  return { text: text + rest.text, end: rest.end };
}
