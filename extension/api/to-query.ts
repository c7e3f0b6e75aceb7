/** A query of what was given: what is empty was not. */
export function toQuery(query: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
}
