import { MAX_MORE_COLUMNS } from '../list-limits.ts';
import { isSuppressionList } from '../people/suppression-headings.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { readAsAmerican } from './american-numbers.ts';
import { codeColumnOf, findCodeColumns } from './calling-code-column.ts';
import type { CodeColumn } from './calling-code-column.ts';
import { chooseColumn, judgeColumns, rankColumns } from './choose-column.ts';
import type { Choice, JudgedColumn } from './choose-column.ts';
import { unreadColumns, telephonesNotToCall } from './columns-not-to-call.ts';
import { columnOf, columnsOf, headedColumns } from './column-position.ts';
import type { ColumnFault } from './column-position.ts';
import type { ColumnVerdict, NumberPolicy } from './column-verdict.ts';
import { columnName } from '../contacts/file-shape.ts';
import type { ColumnChoice, FileShape } from '../contacts/file-shape.ts';
import { findDoNotCall } from './do-not-call/find-do-not-call.ts';
import type { DoNotCall } from './do-not-call/find-do-not-call.ts';
import { markSense } from './do-not-call/mark-headings.ts';
import { holdsNumber, isHeaderRecord } from './is-heading.ts';
import { areLinesJoined } from './joined-lines.ts';
import { isListOfNumbers } from './list-of-numbers.ts';
import { findStatusColumn } from './status-column.ts';

const MAX_CANDIDATES = 5;
/** A further column is offered if at least this share of its cells holds numbers. */
const MIN_SHARE_MORE = 0.5;
/** Rows read from the beginning, in addition to those from elsewhere. */
const ROWS_OF_HEAD = 60;

interface FileRows {
  /** The first records that hold anything; the headings first, if there are any. */
  readonly records: readonly (readonly string[])[];
  readonly elsewhere: readonly (readonly string[])[];
  readonly widest: number;
}

type Found = Pick<
  FileShape,
  | 'numberColumn'
  | 'callingCodeColumn'
  | 'moreColumns'
  | 'moreCodeColumns'
  | 'numbers'
  | 'unreadColumns'
  | 'requiredColumns'
  | 'statusColumn'
  | 'doNotCall'
  | 'leavesOutNotes'
  | 'verdict'
  | 'header'
>;
type NotFound = { readonly code: 'no_number_column' } | ColumnFault;

/** Finds which column is which: by a person's choice, otherwise by headings and cells. */
export function findColumns(file: FileRows, choice: ColumnChoice, country: string): Result<Found, NotFound> {
  const { records, widest } = file;
  const first = records[0] ?? [];
  const asked = choice.number;
  const names = choice.header === false ? [] : first;
  const named = asked === undefined ? undefined : columnOf(asked, names, widest);
  if (named?.ok === false) return named;
  const place = named?.value;
  const isHeaded = asked !== undefined && headedColumns(asked, names).length > 0;

  const mayHead = choice.header ?? (isHeaded || !first.some((cell) => holdsNumber(cell, country)));
  const judged = judge(file, mayHead, country);
  const told: Choice = { column: place ?? 0, why: 'told', doubt: null, other: null };
  const likely = place === undefined ? chooseColumn(judged, mayHead) : told;
  if (likely === undefined) return err({ code: 'no_number_column' });
  const header = choice.header ?? (mayHead && (isHeaded || isHeaderRecord(first, likely.column, country)));
  // Without headings the first record is an ordinary row, so its words name nothing.
  const plain = header === mayHead ? judged : judge(file, header, country);
  const final = header === mayHead || place !== undefined ? likely : chooseColumn(plain, header);
  if (final === undefined) return err({ code: 'no_number_column' });

  const headings = header ? first : [];
  const isList = isListOfNumbers(plain, rowsOf(file, header), headings);
  const more = moreOf(choice, headings, plain, final.column, widest);
  if (!more.ok) return more;
  const required = columnsOf(choice.required ?? [], headings, widest);
  if (!required.ok) return required;
  const status = statusOf(choice, headings, widest, [final.column, ...more.value]);
  if (!status.ok) return status;
  const codes = findCodeColumns(headings, rowsOf(file, header), final.column, country);
  const callingCode = callingCodesOf(choice, headings, widest, codes, [final.column, ...more.value]);
  if (!callingCode.ok) return callingCode;
  const { own, others } = callingCode.value;
  const taken = [final.column, ...more.value, own, ...others].filter((column) => column !== null);
  const marked = columnsOf(choice.doNotCall ?? [], headings, widest);
  if (!marked.ok) return marked;
  const marks = toldOrFound(choice, marked.value, () => findDoNotCall(headings, rowsOf(file, header), taken, country));
  const numbers: NumberPolicy = choice.numbers ?? (isList && choice.more === undefined ? 'all' : 'first');
  const isGuessable = final.doubt === null && final.why !== 'told';
  const unclear = isGuessable ? unclearCode(choice, codes, own) : undefined;
  const isOwnOnly = own === null && isGuessable && unclear === undefined;
  const cells = isOwnOnly ? rowsOf(file, header).map((row) => row[final.column] ?? '') : [];
  const american = readAsAmerican(cells, country);
  const read = [final.column, ...more.value];
  const rows = rowsOf(file, header);
  const [only] = rows;
  const joined = isGuessable && !header && rows.length === 1 && areLinesJoined(only ?? [], final.column, country);
  return ok({
    ...(choice.isNotToCall && { unreadColumns: unreadColumns(rowsOf(file, header), read, widest, country) }),
    header,
    numberColumn: final.column,
    callingCodeColumn: own,
    moreColumns: more.value,
    ...(others.some((code) => code !== own) && { moreCodeColumns: others }),
    numbers,
    requiredColumns: required.value,
    ...(status.value !== null && { statusColumn: status.value }),
    ...(marks.columns.length > 0 && { doNotCall: marks }),
    ...((choice.leavesOutNotes ?? choice.isNotToCall !== true) && { leavesOutNotes: true }),
    verdict: toVerdict(
      unclear !== undefined
        ? { ...final, doubt: 'country_unclear', other: unclear }
        : joined || american
          ? { ...final, doubt: joined ? 'lines_joined' : 'like_american', other: null }
          : isList && place === undefined
            ? { ...final, why: 'only_numbers', doubt: null, other: null }
            : final,
      plain,
      headings,
    ),
  });
}

function rowsOf({ records, elsewhere }: FileRows, header: boolean): (readonly string[])[] {
  const head = header ? records.slice(1) : records;
  return elsewhere.length === 0 ? [...head] : [...head.slice(0, ROWS_OF_HEAD), ...elsewhere];
}

function judge(file: FileRows, header: boolean, country: string): JudgedColumn[] {
  return judgeColumns(header ? file.records[0] : undefined, rowsOf(file, header), file.widest, country);
}

/** The calling-code column of each number column: its own, or one for all. */
function callingCodesOf(
  choice: ColumnChoice,
  headings: readonly string[],
  width: number,
  codes: readonly CodeColumn[],
  numberColumns: readonly number[],
): Result<{ own: number | null; others: (number | null)[] }, NotFound> {
  const [first = 0, ...more] = numberColumns;
  const codeOf = (column: number): number | null => codeColumnOf(column, codes, numberColumns)?.column ?? null;
  if (choice.callingCode === undefined) return ok({ own: codeOf(first), others: more.map(codeOf) });
  if (choice.callingCode === null) return ok({ own: null, others: more.map(() => null) });
  const told = columnOf(choice.callingCode, headings, width);
  if (!told.ok) return told;
  return ok({ own: told.value, others: more.map((column) => (codes.length > 1 ? codeOf(column) : told.value)) });
}

/** A column that may or may not hold the countries of the numbers. */
function unclearCode(
  { callingCode }: ColumnChoice,
  codes: readonly CodeColumn[],
  own: number | null,
): number | undefined {
  if (callingCode !== undefined) return undefined;
  const taken = codes.find(({ column }) => column === own);
  return own === null ? codes[0]?.column : taken?.fit === 'sure' ? undefined : own;
}

function moreOf(
  choice: ColumnChoice,
  headings: readonly string[],
  judged: readonly JudgedColumn[],
  numberColumn: number,
  width: number,
): Result<number[], NotFound> {
  if (choice.more === undefined && choice.isNotToCall) {
    return ok(isSuppressionList(headings) ? [] : telephonesNotToCall(judged, numberColumn).slice(0, MAX_MORE_COLUMNS));
  }
  if (choice.more === undefined) {
    const found = judged.filter(
      ({ column, sense, values }) =>
        column !== numberColumn &&
        sense.avoid === null &&
        !sense.isOtherNumber &&
        !values.repeats &&
        values.share >= MIN_SHARE_MORE &&
        markSense(headings[column] ?? '') !== 'marks',
    );
    return ok(found.map(({ column }) => column).slice(0, MAX_MORE_COLUMNS));
  }
  const columns: number[] = [];
  for (const wanted of choice.more) {
    const column = columnOf(wanted, headings, width);
    if (!column.ok) return column;
    if (column.value !== numberColumn && !columns.includes(column.value)) columns.push(column.value);
  }
  return ok(columns);
}

function toldOrFound(
  { isNotToCall, doNotCall }: ColumnChoice,
  told: readonly number[],
  find: () => DoNotCall,
): DoNotCall {
  return doNotCall === undefined && isNotToCall !== true ? find() : { columns: told, unsure: null };
}

function statusOf(
  { status }: ColumnChoice,
  headings: readonly string[],
  width: number,
  taken: readonly number[],
): Result<number | null, NotFound> {
  if (status === undefined) return ok(findStatusColumn(headings, taken));
  return status === null ? ok(null) : columnOf(status, headings, width);
}

function toVerdict(choice: Choice, judged: readonly JudgedColumn[], headings: readonly string[]): ColumnVerdict {
  const ranked = rankColumns(judged);
  const first = judged.filter(({ column }) => column === choice.column);
  const others = ranked.filter(({ column }) => column !== choice.column);
  // The column that the verdict refers to comes first among them.
  others.sort((left, right) => Number(right.column === choice.other) - Number(left.column === choice.other));
  return {
    why: choice.why,
    doubt: choice.doubt,
    other: choice.other,
    candidates: [...first, ...others].slice(0, MAX_CANDIDATES).map(({ column, values }) => ({
      column,
      heading: headings[column]?.trim() || columnName(column),
      samples: values.samples,
    })),
  };
}
