/** Headings under which people write whom a row is about, without case, spaces and signs. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(
  `name fullname customername contactname clientname leadname patientname studentname membername customer client contact
   personname partyname नाम पूरानाम ग्राहककानाम नाव`.split(/\s+/),
);
const FIRST_NAMES: ReadonlySet<string> = new Set(['firstname', 'givenname']);
const LAST_NAMES: ReadonlySet<string> = new Set(['lastname', 'surname', 'familyname']);

/** Which columns may say whom a row is about, from 0: of each kind all, in the file's order. */
export interface NameColumns {
  readonly whole: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Null where no heading says a name. `others`: columns that hold something else, however they are headed. */
export function nameColumnsOf(headings: readonly string[], others: readonly number[] = []): NameColumns | null {
  const under = (names: ReadonlySet<string>): number[] =>
    headings.flatMap((heading, column) => (names.has(plain(heading)) && !others.includes(column) ? [column] : []));
  const columns = { whole: under(WHOLE_NAMES), first: under(FIRST_NAMES), last: under(LAST_NAMES) };
  return columns.whole.length + columns.first.length + columns.last.length === 0 ? null : columns;
}

/** Whom a row is about, and the columns that say it; null where none of them holds a word. */
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

/** Whom a row is about, in the words of its file, and under which headings they stand there; null where no column says. */
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
