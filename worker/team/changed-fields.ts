/** The fields that differ between two states of a thing; the trail tells only these. */
export function changedFields(
  before: object,
  after: object,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => name !== 'updatedAt');
  const changed = names.filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)));
  const pick = (from: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, from.get(name) ?? null]));
  return { before: pick(old), after: pick(now) };
}
