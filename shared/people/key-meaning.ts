/** What keys mean in a template: `{"9": "opt_out", "1": "interested"}`. */
export type Keys = Readonly<Record<string, string>>;

/** No keys for templates from before they could have any. */
export function keysOf(template: { readonly channel: 'voice' | 'sms'; readonly keys?: Keys }): Keys {
  return template.keys ?? {};
}

export const OPT_OUT = 'opt_out';

/**
 * The key of pressed digits in any spelling: quotes, spaces, `#` and `*` around a digit do not count. Several digits
 * are not a key.
 */
export function keyOf(digits: string | null | undefined): string | null {
  const bare = (digits ?? '').replaceAll(/["'`\s#*[\]]/g, '');
  return /^\d$/.test(bare) ? bare : null;
}

export function meaningOf(keys: Keys, digits: string | null | undefined): string | null {
  const key = keyOf(digits);
  return key === null || !Object.hasOwn(keys, key) ? null : (keys[key] ?? null);
}

/**
 * Number of contacts by meaning, from the numbers by key; every meaning of the template is included, pressed or not.
 */
export function countMeanings(keys: Keys, pressed: Readonly<Record<string, number>>): Record<string, number> {
  const counts = new Map(Object.values(keys).map((meaning) => [meaning, 0]));
  for (const [key, count] of Object.entries(pressed)) {
    const meaning = meaningOf(keys, key);
    if (meaning !== null) counts.set(meaning, (counts.get(meaning) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
