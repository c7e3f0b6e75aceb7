import Papa from 'papaparse';
import { guardFormula } from '../../../shared/csv/guard-formula.ts';

type Cell = string | number | null;

export function toCsv(rows: Cell[][]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell)));
  return `${Papa.unparse(safe, { newline: '\r\n' })}\r\n`;
}
