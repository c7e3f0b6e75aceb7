/** Headings for the name of the person that a row is about, without case, spaces and signs. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(
  `name fullname customername contactname clientname leadname patientname studentname membername customer client contact
   personname partyname नाम पूरानाम ग्राहककानाम नाव`.split(/\s+/),
);
const FIRST_NAMES: ReadonlySet<string> = new Set(['firstname', 'givenname']);
const LAST_NAMES: ReadonlySet<string> = new Set(['lastname', 'surname', 'familyname']);

/** Columns that may hold the person's name, from 0: for each kind all of them, in file order. */
export interface NameColumns {
  readonly whole: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Null if no heading names a name. `others`: columns that hold something else, whatever their headings. */
export function nameColumnsOf(headings: readonly string[], others: readonly number[] = []): NameColumns | null {
  const under = (names: ReadonlySet<string>): number[] =>
    headings.flatMap((heading, column) => (names.has(plain(heading)) && !others.includes(column) ? [column] : []));
  const columns = { whole: under(WHOLE_NAMES), first: under(FIRST_NAMES), last: under(LAST_NAMES) };
  return columns.whole.length + columns.first.length + columns.last.length === 0 ? null : columns;
}

/** The person's name in a row, and the columns it comes from; null if none of them holds a word. */
export function nameIn(
  { whole, first, last }: NameColumns,
  cells: readonly string[],
): { readonly name: string; readonly columns: readonly number[] } | null {
  const said = (columns: readonly number[]): number[] =>
    columns.filter((column) => /\p{L}/u.test(cells[column] ?? '')).slice(0, 1);
  const inOne = said(whole);
  const columns = inOne.length > 0 ? inOne : [...said(first), ...said(last)];
  if (columns.length === 0) return null;
  return { name: columns.map((column) => (cells[column] ?? '').trim().replaceAll(/\s+/gu, ' ')).join(' '), columns };
}

/** The person's name in a row as written in the file, and its headings; null if no column holds one. */
export function personName(
  row: Readonly<Record<string, string>>,
): { readonly name: string; readonly headings: readonly string[] } | null {
  const headings = Object.keys(row);
  const columns = nameColumnsOf(headings);
  const found = columns === null ? null : nameIn(columns, Object.values(row));
  if (found === null) return null;
  return { name: found.name, headings: found.columns.map((column) => headings[column] ?? '') };
}

function plain(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
