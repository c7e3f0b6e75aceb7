/** What digits mean in a template: `{"9": "opt_out", "1": "interested"}`. */
export type Keys = Readonly<Record<string, string>>;

/** Of a template that could not say any yet, none. */
export function keysOf(template: { readonly channel: 'voice' | 'sms'; readonly keys?: Keys }): Keys {
  return template.keys ?? {};
}

export const OPT_OUT = 'opt_out';

/** The key of pressed digits as anybody spells them: quotes, spaces, `#` and `*` around a digit do not count. Several are none. */
export function keyOf(digits: string | null | undefined): string | null {
  const bare = (digits ?? '').replaceAll(/["'`\s#*[\]]/g, '');
  return /^\d$/.test(bare) ? bare : null;
}

export function meaningOf(keys: Keys, digits: string | null | undefined): string | null {
  const key = keyOf(digits);
  return key === null || !Object.hasOwn(keys, key) ? null : (keys[key] ?? null);
}

/** Contacts by what they pressed, from contacts by key; every meaning of the template is there, pressed or not. */
export function countMeanings(keys: Keys, pressed: Readonly<Record<string, number>>): Record<string, number> {
  const counts = new Map(Object.values(keys).map((meaning) => [meaning, 0]));
  for (const [key, count] of Object.entries(pressed)) {
    const meaning = meaningOf(keys, key);
    if (meaning !== null) counts.set(meaning, (counts.get(meaning) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
