/** Headings under which people write whom a row is about, without case, spaces and signs. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(
  `name fullname customername contactname clientname leadname patientname studentname membername customer client contact
   personname partyname नाम पूरानाम ग्राहककानाम नाव`.split(/\s+/),
);
const FIRST_NAMES: ReadonlySet<string> = new Set(['firstname', 'givenname']);
const LAST_NAMES: ReadonlySet<string> = new Set(['lastname', 'surname', 'familyname']);

/** Whom a row is about, in the words of its file, and under which headings they stand there; null where no column says. */
export function personName(
  row: Readonly<Record<string, string>>,
): { readonly name: string; readonly headings: readonly string[] } | null {
  const under = (headings: ReadonlySet<string>) =>
    Object.entries(row)
      .filter(([heading, value]) => headings.has(plain(heading)) && /\p{L}/u.test(value))
      .slice(0, 1);
  const whole = under(WHOLE_NAMES);
  const parts = whole.length > 0 ? whole : [...under(FIRST_NAMES), ...under(LAST_NAMES)];
  if (parts.length === 0) return null;
  return { name: parts.map(([, value]) => value.trim()).join(' '), headings: parts.map(([heading]) => heading) };
}

function plain(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
