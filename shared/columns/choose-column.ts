import { DESCRIBED, isOwnLine, isPersonNumber, NEVER, SECONDARY, senseOf } from './column-headings.ts';
import type { HeadingSense } from './column-headings.ts';
import { columnValues } from './column-values.ts';
import type { ColumnValues } from './column-values.ts';
import type { ColumnDoubt, ColumnReason } from './column-verdict.ts';

/**
 * A column with a fitting heading needs this share of numbers to be chosen; one judged by its numbers alone needs more.
 */
export const MIN_SHARE_NAMED = 0.1;
const MIN_SHARE_WEAK = 0.3;
const MIN_SHARE_UNNAMED = 0.3;
/** Below this share of filled cells, a column with a better heading loses to one that is filled. */
const HARDLY_FILLED = 0.1;
const WELL_FILLED = 0.6;
/** How many columns are judged by their cells; those with a telling heading come first. */
const COLUMNS_JUDGED = 200;

export interface JudgedColumn {
  readonly column: number;
  readonly heading: string;
  readonly sense: HeadingSense;
  readonly values: ColumnValues;
}

export interface Choice {
  readonly column: number;
  readonly why: ColumnReason;
  readonly doubt: ColumnDoubt | null;
  readonly other: number | null;
}

/** Judges every column that could be meant, in file order. `headings` is undefined if there are none. */
export function judgeColumns(
  headings: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  width: number,
  country: string,
): JudgedColumn[] {
  const judged: JudgedColumn[] = [];
  const isReport = headings?.some(isOwnLine) === true;
  for (let column = 0; column < width; column++) {
    const heading = headings?.[column]?.trim() ?? '';
    const sense = isReport && isPersonNumber(heading) ? senseOf('') : senseOf(heading);
    if (sense.rank === NEVER || (judged.length >= COLUMNS_JUDGED && sense.rank === 0)) continue;
    judged.push({ column, heading, sense, values: columnValues(rows, column, country) });
  }
  return judged;
}

/** The columns that may hold the numbers to call, the likeliest first. */
export function rankColumns(judged: readonly JudgedColumn[]): JudgedColumn[] {
  return judged
    .filter((one) => scoreOf(one) > 0)
    .sort((left, right) => scoreOf(right) - scoreOf(left) || left.column - right.column);
}

function isAlive({ sense, values }: JudgedColumn): boolean {
  if (sense.rank <= DESCRIBED) return values.share >= 0.5;
  return values.share >= (sense.isStrong ? MIN_SHARE_NAMED : MIN_SHARE_WEAK);
}

/**
 * Columns are ordered by the rank of their heading, then by their numbers. A column that names a telephone, even if
 * empty, comes before any that does not.
 */
function scoreOf(one: JudgedColumn): number {
  const { sense, values } = one;
  const isNamed = sense.rank > 0;
  if (sense.avoid !== null) return isAlive(one) ? 20 + values.share : sense.isStrong ? 10 : 0;
  if (isNamed && isAlive(one)) return 200 + (isOfThePerson(sense) ? 20 : 0) + sense.rank * 2 + values.share;
  if (sense.isStrong) return 100 + sense.rank;
  if (!isNamed && values.share >= MIN_SHARE_UNNAMED) return 50 + values.share - (values.follows ? 0.5 : 0);
  return isNamed && sense.rank > DESCRIBED ? sense.rank / 10 : 0;
}

/** Which column holds the numbers to call, why, and whether that is a guess; undefined if nothing points to one. */
export function chooseColumn(judged: readonly JudgedColumn[], hasHeadings: boolean): Choice | undefined {
  const ranked = rankColumns(judged);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const living = ranked.filter((one) => isAlive(one) && (one.sense.rank > 0 || best.sense.rank === 0));
  const others = living.filter(({ values }) => !values.repeats);
  const [instead] = others;
  // A number that stands in every row is the caller's own line. If every column repeats itself, nobody can tell.
  const own = living.find(({ values, sense }) => values.repeats && sense.rank >= (instead?.sense.rank ?? 0));
  if (own !== undefined && instead !== undefined) {
    const settled = settle(instead, others, hasHeadings);
    // A couple sharing one telephone is not an own line: another number of theirs is not chosen without asking.
    if (instead.sense.rank <= SECONDARY && own.sense.rank > SECONDARY)
      return { ...settled, doubt: settled.doubt ?? 'own_number', other: own.column };
    return { ...settled, why: 'others_repeat', other: own.column };
  }
  if (best.values.filledShare < HARDLY_FILLED && best.sense.rank > 0) {
    const filled = others.find((one) => one.values.filledShare >= WELL_FILLED && one.sense.avoid === null);
    if (filled !== undefined && filled !== best)
      return { ...settle(filled, others, hasHeadings), why: 'fuller', other: best.column };
  }
  const settled = settle(best, living, hasHeadings);
  const people = best.values.repeats ? judged.find(holdsPeople) : undefined;
  if (settled.doubt === null && people !== undefined) return { ...settled, doubt: 'own_number', other: people.column };
  const better = judged.find((one) => one.sense.isStrong && one.sense.rank > best.sense.rank && !isAlive(one));
  if (settled.doubt !== null || better === undefined || best.sense.rank <= DESCRIBED) return settled;
  return better.values.filledShare < HARDLY_FILLED
    ? { ...settled, why: 'fuller', other: better.column }
    : { ...settled, doubt: 'better_unreadable', other: better.column };
}

/** Telephones of many, whatever the heading says: beside one number in every row they are the people. */
function holdsPeople({ values }: JudgedColumn): boolean {
  return !values.repeats && values.numbers >= 2 && values.share >= 0.5;
}

function settle(best: JudgedColumn, living: readonly JudgedColumn[], hasHeadings: boolean): Choice {
  const { column, sense, values } = best;
  const others = living.filter((one) => one !== best);
  const isNamed = sense.rank > 0;
  const why: ColumnReason = isNamed ? 'heading' : others.length === 0 ? 'only_numbers' : 'most_numbers';
  const sure = { column, why, doubt: null, other: null };
  const mixed = others.find((one) => shareOneNumber(best, one));
  if (mixed !== undefined) return { ...sure, doubt: 'own_number', other: mixed.column };
  if (sense.avoid !== null) return { ...sure, doubt: sense.avoid };
  if (isNamed) {
    const rival = others.find((one) => isRival(best, one));
    if (rival !== undefined && !values.repeats) return { ...sure, doubt: 'several_alike', other: rival.column };
    return sense.rank <= DESCRIBED || sense.isStrong || !(values.countsUp || values.isSeries)
      ? sure
      : { ...sure, doubt: 'like_ids' };
  }
  const alike = others.find((one) => one.sense.avoid === null);
  if (alike !== undefined) return { ...sure, doubt: 'several_alike', other: alike.column };
  if (hasHeadings && best.heading !== '') return { ...sure, doubt: 'heading_unknown' };
  return values.countsUp ? { ...sure, doubt: 'like_ids' } : sure;
}

/** The column names a telephone, and it belongs to the person the row is about. */
function isOfThePerson({ rank, isStrong, whose }: HeadingSense): boolean {
  return isStrong && rank > SECONDARY && whose.who === 'person';
}

/** Whether another column, whose heading names somebody else, could be meant just as well. */
function isRival({ sense: taken }: JudgedColumn, { sense, values }: JudgedColumn): boolean {
  if (sense.rank === taken.rank && (sense.isDirection || taken.isDirection)) return true;
  if (sense.avoid !== null || sense.rank < SECONDARY || values.repeats || values.filledShare < HARDLY_FILLED)
    return false;
  if (sense.whose.said === taken.whose.said || taken.rank <= SECONDARY) return false;
  // A teacher beside a parent: the list may be about either. A father beside a student: it is about the student.
  if (sense.rank === SECONDARY) return taken.whose.who === 'other' && sense.whose.who === 'relation';
  if (!isOfThePerson(taken)) return true;
  if (sense.whose.who === 'person') return sense.rank === taken.rank;
  return taken.whose.said === '' ? sense.rank > taken.rank : sense.rank >= taken.rank;
}

/**
 * The same number stands in nearly every row, in one column or the other, as the own line does in a report of calls in
 * both directions.
 */
function shareOneNumber(left: JudgedColumn, right: JudgedColumn): boolean {
  const rows = Math.max(left.values.numbers, right.values.numbers);
  if (rows < 3) return false;
  for (const [number, times] of left.values.times) {
    const there = right.values.times.get(number) ?? 0;
    if (there > 0 && times + there >= rows * 0.8) return true;
  }
  return false;
}
