/** What people write in a cell for an unknown value. */
const MISSING =
  /^(?:n\.?\/?a\.?|n\/?i\.?l|nil|null|none|na na|not (?:available|given|provided|applicable|known)|unknown|no(?: (?:number|phone|mobile))?|-+|\.+|_+|x+|\?+|0+|#n\/a|tbd|undefined|blank|नहीं|अनुपलब्ध)$/iu;

export function isMissing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || MISSING.test(text);
}
