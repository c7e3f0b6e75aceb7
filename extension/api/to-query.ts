/** A query of the given fields; empty ones are left out. */
export function toQuery(query: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
}

/** The given fields of a search, for a body: names and numbers in an address would appear in logs. */
export function given(query: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
