/** The end of our names: a position, then the token that distinguishes one campaign or list from all others. */
const CAMPAIGN_END = /(\d{1,6}\/\d{1,6}) #[A-Za-z0-9][A-Za-z0-9_-]{3,102}$/;
const LIST_END = / ?(\d{1,9}) #[A-Za-z0-9][A-Za-z0-9_-]{3,95}-L\d{1,9}\.\d{1,3}$/;

/** "Diwali leads 1/3 #k3v9x2a7-1" -> "Diwali leads 1/3"; a name that is not ours stays unchanged. */
export function plainCampaignName(name: string): string {
  return name.replace(CAMPAIGN_END, '$1');
}

/**
 * "Diwali leads 20001 #k3v9x2a7-L20001.1" -> the import's words, and the contact that the list begins with. Null for a
 * list named elsewhere.
 */
export function plainListName(name: string): { readonly words: string; readonly firstContact: number } | null {
  const [end, first] = LIST_END.exec(name) ?? [];
  return end === undefined ? null : { words: name.slice(0, -end.length), firstContact: Number(first) };
}
