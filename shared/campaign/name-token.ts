/** Longer names are none of ours; Exotel names no maximum. */
const MAX_NAME_CHARS_READ = 400;

/** An import's id, and what follows it in the name of one of its lives. */
const LIFE = '[A-Za-z0-9][A-Za-z0-9_-]{3,95}';
const CAMPAIGN = new RegExp(`#(${LIFE})-([1-9]\\d{0,5})$`);
const LIST = new RegExp(`#(${LIFE})-L\\d{1,9}\\.\\d{1,3}$`);

/**
 * What everything outside its own object knows one life of an import by: campaigns and lists at Exotel, campaign objects,
 * archives, places in queues. Nothing that an earlier life of the same id left behind answers to it.
 */
export function lifeOf({ id, incarnation }: { readonly id: string; readonly incarnation: string }): string {
  return incarnation === '' ? id : `${id}-${incarnation}`;
}

/** The life of an import that a campaign's name says it belongs to; whether there is such a one is another question. */
export function readCampaignToken(name: string): { readonly life: string; readonly seq: number } | null {
  const [, life, seq] = CAMPAIGN.exec(name.slice(-MAX_NAME_CHARS_READ)) ?? [];
  return life === undefined ? null : { life, seq: Number(seq) };
}

/** The life of an import whose upload made a list of this name. */
export function readListToken(name: string): { readonly life: string } | null {
  const life = LIST.exec(name.slice(-MAX_NAME_CHARS_READ))?.[1];
  return life === undefined ? null : { life };
}

/**
 * The id of the import that follows a campaign made elsewhere: a function of its sid, so that adopting it twice finds the
 * same one. Null for a sid that cannot be part of an id; none of Exotel's looks like that.
 */
export function adoptedImportId(sid: string): string | null {
  return /^[A-Za-z0-9_-]{1,60}$/.test(sid) ? `x-${sid}` : null;
}
