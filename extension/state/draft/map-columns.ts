import type { NumberPolicy } from '../../../shared/columns/column-verdict.ts';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import type { SpokenAs } from '../../../shared/template/spoken-forms.ts';
import { placesOf } from '../../../shared/columns/named-columns.ts';
import { foldName, variableNames } from '../../../shared/template/split-text.ts';
import type { FileColumns } from '../../checking/check-messages.ts';
import type { RememberedColumns } from '../../storage/remembered-columns.ts';

/** Why a column is used: a person chose it, it was used last time, or its heading or cells suggest it. */
type MapSource = 'chosen' | 'last_time' | 'found';

/** `column` counts from 0; null while it is not known. */
export interface MappedColumn {
  readonly column: number | null;
  readonly source: MapSource | null;
}

export interface MappedVariable extends MappedColumn {
  readonly name: string;
  /** What is said if a row has no value; null for nothing. */
  readonly fallback: string | null;
  /** Rows without a value are left out. */
  readonly leaveOut: boolean;
  readonly spoken: SpokenAs | null;
}

export interface ColumnMap {
  readonly header: boolean;
  readonly number: MappedColumn;
  /** The column with the country or calling code of each number, from 0; null for none. */
  readonly callingCode: number | null;
  /** Further columns with numbers, from 0, in the order in which they are tried. */
  readonly more: readonly number[];
  readonly numbers: NumberPolicy;
  /** The column that says how far each person is, from 0; null for none. */
  readonly status: number | null;
  /** The columns that say who must not be called, from 0; null if those the file shows are used. */
  readonly doNotCall: readonly number[] | null;
  readonly variables: readonly MappedVariable[];
}

interface Known {
  readonly columns: FileColumns;
  /** As stored with the import: what a person chose on this screen, positions from 1. */
  readonly chosen: ColumnChoice;
  readonly remembered: RememberedColumns | null;
  readonly text: string | null;
}

/** Which column is for what: by the person's choice, otherwise as last time, otherwise by what the file shows. */
export function mapColumns({ columns, chosen, remembered, text }: Known): ColumnMap {
  const { headings, numberColumn } = columns;
  const within = (position: string | number | undefined): number | null =>
    typeof position === 'number' && position >= 1 && position <= headings.length ? position - 1 : null;
  const pick = (asked: string | number | undefined, last: number | undefined, found: number | null): MappedColumn => {
    const [own, before] = [within(asked), within(last)];
    if (own !== null) return { column: own, source: 'chosen' };
    if (before !== null) return { column: before, source: 'last_time' };
    return { column: found, source: found === null ? null : 'found' };
  };
  const number = pick(chosen.number, remembered?.number, numberColumn);
  const code = chosen.callingCode === null ? null : (within(chosen.callingCode) ?? columns.callingCodeColumn);
  const callingCode = code === number.column ? null : code;
  const further = (chosen.more?.map(within) ?? columns.moreColumns).filter((column) => column !== null);
  return {
    header: columns.header,
    number,
    callingCode,
    more: further.filter((column) => column !== number.column && column !== callingCode),
    numbers: chosen.numbers ?? columns.numbers,
    doNotCall: chosen.doNotCall?.map(within).filter((column) => column !== null) ?? null,
    status: chosen.status === null ? null : (within(chosen.status) ?? columns.statusColumn ?? null),
    variables: variableNames(text ?? '', headings).map((name) => {
      const last = own(remembered?.variables, name);
      const { column, source } = pick(own(chosen.variables, name), last, headingLike(name, headings));
      return {
        name,
        column,
        source,
        fallback: own(chosen.fallbacks, name) ?? null,
        leaveOut: column !== null && (chosen.required ?? []).includes(column + 1),
        spoken: own(chosen.spoken, name) ?? null,
      };
    }),
  };
}

function own<Value>(all: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return all !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
}

/**
 * The column whose heading is the variable's name: first exactly, then ignoring case, spaces and signs; null if none or
 * several fit.
 */
function headingLike(name: string, headings: readonly string[]): number | null {
  for (const read of [(text: string) => text, foldName, plain]) {
    const wanted = read(name);
    const [at, other] = wanted === '' ? [] : placesOf(headings, (heading) => read(heading) === wanted);
    if (at !== undefined) return other === undefined ? at : null;
  }
  return null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Variables that have no column yet. */
export function unmapped(map: ColumnMap): string[] {
  return map.variables.flatMap(({ name, column }) => (column === null ? [name] : []));
}

/** The choices about variables, as the check takes them. */
function valuesOf(variables: readonly MappedVariable[]): Pick<ColumnChoice, 'required' | 'fallbacks' | 'spoken'> {
  const required = variables.flatMap(({ column, leaveOut }) => (column !== null && leaveOut ? [column + 1] : []));
  const fallbacks = variables.flatMap(({ name, fallback }) => (fallback === null ? [] : [[name, fallback] as const]));
  const spoken = variables.flatMap((variable) =>
    variable.spoken === null ? [] : [[variable.name, variable.spoken] as const],
  );
  return {
    ...(required.length > 0 && { required: [...new Set(required)] }),
    ...(fallbacks.length > 0 && { fallbacks: Object.fromEntries(fallbacks) }),
    ...(spoken.length > 0 && { spoken: Object.fromEntries(spoken) }),
  };
}

/** The choices as the check takes them, all stated explicitly; null while something is missing. */
export function toColumnChoice(map: ColumnMap): ColumnChoice | null {
  if (map.number.column === null) return null;
  const variables: [string, number][] = [];
  for (const { name, column } of map.variables) {
    if (column === null) return null;
    variables.push([name, column + 1]);
  }
  const choice = {
    number: map.number.column + 1,
    header: map.header,
    callingCode: map.callingCode === null ? null : map.callingCode + 1,
    more: map.more.map((column) => column + 1),
    numbers: map.numbers,
    status: map.status === null ? null : map.status + 1,
    // Left out if nobody chose, so that an earlier Worker, which does not know it, still takes the others.
    ...(map.doNotCall !== null && { doNotCall: map.doNotCall.map((column) => column + 1) }),
  };
  if (variables.length === 0) return choice;
  return { ...choice, variables: Object.fromEntries(variables), ...valuesOf(map.variables) };
}
