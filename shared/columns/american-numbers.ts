import { judgeNumber } from '../phone/judge-number.ts';

const CELLS_READ = 60;
const FEWEST = 2;
const NEARLY_ALL = 0.9;
const HALF = 0.5;
/**
 * From this many numbers on, a column that could be all American by chance is not: about four in ten Indian mobiles
 * could be.
 */
const ENOUGH_BY_CHANCE = 12;
/** No Indian mobile begins with these digits, and few landlines are listed without their zero. */
const NO_MOBILE = /^[2-5]/u;
const SOME = 0.3;
/** American ways of writing: 415-555-2671 and (415) 555-2671. */
const WRITTEN = /^\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}$/u;

/** Whether the ten digits of a column can be read as American numbers as well as the country's own. */
export function readAsAmerican(cells: readonly string[], country: string): boolean {
  if (country !== 'IN') return false;
  const ten = cells
    .map((cell) => cell.trim())
    .filter((cell) => /^[(\d]/u.test(cell) && cell.replaceAll(/\D/gu, '').length === 10 && !/^\(?0/u.test(cell))
    .slice(0, CELLS_READ);
  if (ten.length < FEWEST) return false;
  const american = ten.filter((cell) => judgeNumber(cell, 'US').ok);
  if (american.length < ten.length * NEARLY_ALL) return false;
  // Numbers of one series prove no more than one of them does.
  const series = new Set(ten.map((cell) => cell.replaceAll(/\D/gu, '').slice(0, 6)));
  if (series.size >= ENOUGH_BY_CHANCE) return true;
  const count = (pattern: RegExp): number => ten.filter((cell) => pattern.test(cell)).length;
  return count(WRITTEN) >= ten.length * HALF || count(NO_MOBILE) >= ten.length * SOME;
}
