/** What our names end in: a place, then the token that tells one campaign or list from every other. */
const CAMPAIGN_END = /(\d{1,6}\/\d{1,6}) #[A-Za-z0-9][A-Za-z0-9_-]{3,102}$/;
const LIST_END = / ?(\d{1,9}) #[A-Za-z0-9][A-Za-z0-9_-]{3,95}-L\d{1,9}\.\d{1,3}$/;

/** "Diwali leads 1/3 #k3v9x2a7-1" -> "Diwali leads 1/3"; what was named elsewhere stays as it is. */
export function plainCampaignName(name: string): string {
  return name.replace(CAMPAIGN_END, '$1');
}

/**
 * "Diwali leads 20001 #k3v9x2a7-L20001.1" -> the words of its import, and which contact of it the list begins with. Null for
 * a list that was named elsewhere.
 */
export function plainListName(name: string): { readonly words: string; readonly firstContact: number } | null {
  const [end, first] = LIST_END.exec(name) ?? [];
  return end === undefined ? null : { words: name.slice(0, -end.length), firstContact: Number(first) };
}
