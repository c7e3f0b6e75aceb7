import { judgeNumber } from '../phone/judge-number.ts';
import { isMissing } from './missing-words.ts';

/** How many cells of a column are judged; each can cost a full reading by the phone library. */
const CELLS_JUDGED = 60;
/** Reasons of cells that were numbers before something spoiled them. */
const SPOILED = new Set(['excel_exponent', 'excel_truncated', 'excel_computed', 'several_numbers']);
const SAMPLES_SHOWN = 5;
const SAMPLE_CHARS = 60;
/** Ten digits that differ only in the last four share the first six. */
const SERIES_DIGITS = 4;
/** From this many rows on, numbers that each follow the one before are ids, not people. */
const FEWEST_IN_SEQUENCE = 10;

/** What the judged cells of one column hold. */
export interface ColumnValues {
  /** Share of the judged rows that hold something other than "NA" and the like. */
  readonly filledShare: number;
  readonly filled: number;
  /** Share of the filled cells that are numbers; a spoiled number counts half. */
  readonly share: number;
  /** Each callable number, and in how many rows it stands. */
  readonly times: ReadonlyMap<string, number>;
  readonly numbers: number;
  /** The same number in (nearly) every row. */
  readonly repeats: boolean;
  /** Each number is one more than the number before. */
  readonly countsUp: boolean;
  /** The same in however few rows: a reason to doubt, but no proof. */
  readonly follows: boolean;
  /** All begin with the same six digits, like ids of one year or branch. */
  readonly isSeries: boolean;
  readonly samples: readonly string[];
}

export function columnValues(rows: readonly (readonly string[])[], column: number, country: string): ColumnValues {
  const every = Math.max(1, Math.ceil(rows.length / CELLS_JUDGED));
  const times = new Map<string, number>();
  const samples: string[] = [];
  const read: (string | undefined)[] = [];
  let [looked, filled, score, numbers] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at += every) {
    const cell = rows[at]?.[column]?.trim() ?? '';
    looked++;
    if (isMissing(cell)) continue;
    filled++;
    if (samples.length < SAMPLES_SHOWN) samples.push(cell.slice(0, SAMPLE_CHARS).toWellFormed());
    const verdict = /\p{Nd}/u.test(cell) ? judgeNumber(cell, country) : undefined;
    read.push(verdict?.ok === true ? verdict.value : undefined);
    if (verdict?.ok === true) {
      score++;
      numbers++;
      times.set(verdict.value, (times.get(verdict.value) ?? 0) + 1);
    } else if (verdict !== undefined && SPOILED.has(verdict.error.code)) score += 0.5;
  }
  const most = Math.max(0, ...times.values());
  return {
    filledShare: looked === 0 ? 0 : filled / looked,
    filled,
    share: filled === 0 ? 0 : score / filled,
    times,
    numbers,
    isSeries: isSeries([...times.keys()]),
    repeats: numbers >= 2 && most >= numbers * 0.9,
    ...sequence(every === 1 ? read : []),
    samples,
  };
}

function isSeries(numbers: readonly string[]): boolean {
  const [first = ''] = numbers;
  const beginning = first.slice(0, -SERIES_DIGITS);
  return numbers.length >= 2 && numbers.every((number) => number.startsWith(beginning));
}

function sequence(read: readonly (string | undefined)[]): Pick<ColumnValues, 'countsUp' | 'follows'> {
  let [steps, pairs] = [0, 0];
  for (let at = 1; at < read.length; at++) {
    const [before, now] = [read[at - 1], read[at]];
    if (before === undefined || now === undefined) continue;
    pairs++;
    if (Number(now) - Number(before) === 1) steps++;
  }
  return {
    countsUp: pairs >= FEWEST_IN_SEQUENCE - 1 && steps >= pairs * 0.9,
    follows: pairs >= 2 && steps === pairs,
  };
}
