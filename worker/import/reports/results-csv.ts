import Papa from 'papaparse';

/**
 * A spreadsheet runs a cell that begins like a formula. A phone number or a negative amount begins like one too and is
 * none, so it stays as the user wrote it.
 */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().,-]*$))/;

type Cell = string | number | null;

export function toCsv(rows: Cell[][]): string {
  return `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
