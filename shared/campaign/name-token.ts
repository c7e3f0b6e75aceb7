/** Longer names are none of ours; Exotel names no maximum. */
const MAX_NAME_CHARS_READ = 400;

const CAMPAIGN = /#([A-Za-z0-9][A-Za-z0-9_-]{3,63})-([1-9]\d{0,5})$/;
const LIST = /#([A-Za-z0-9][A-Za-z0-9_-]{3,63})-L\d{1,9}\.\d{1,3}$/;

/** The import a campaign's name says it belongs to; whether there is such an import is another question. */
export function readCampaignToken(name: string): { readonly id: string; readonly seq: number } | null {
  const [, id, seq] = CAMPAIGN.exec(name.slice(-MAX_NAME_CHARS_READ)) ?? [];
  return id === undefined ? null : { id, seq: Number(seq) };
}

/** The import whose upload made a list of this name. */
export function readListToken(name: string): { readonly id: string } | null {
  const id = LIST.exec(name.slice(-MAX_NAME_CHARS_READ))?.[1];
  return id === undefined ? null : { id };
}

/**
 * The id of the import that follows a campaign made elsewhere: a function of its sid, so that adopting it twice finds the
 * same one. Null for a sid that cannot be part of an id; none of Exotel's looks like that.
 */
export function adoptedImportId(sid: string): string | null {
  return /^[A-Za-z0-9_-]{1,60}$/.test(sid) ? `x-${sid}` : null;
}
