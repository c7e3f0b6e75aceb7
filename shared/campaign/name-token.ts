/** Longer names are not ours; Exotel documents no maximum. */
const MAX_NAME_CHARS_READ = 400;

/** An import's id and, in the names of its campaigns, the incarnation after it. */
const LIFE = '[A-Za-z0-9][A-Za-z0-9_-]{3,95}';
const CAMPAIGN = new RegExp(`#(${LIFE})-([1-9]\\d{0,5})$`);
const LIST = new RegExp(`#(${LIFE})-L\\d{1,9}\\.\\d{1,3}$`);

/**
 * The name of one life of an import, by which everything outside its object knows it: campaigns and lists at Exotel,
 * campaign objects, archives, places in queues. What an earlier life of the same id left behind has another name.
 */
export function lifeOf({ id, incarnation }: { readonly id: string; readonly incarnation: string }): string {
  return incarnation === '' ? id : `${id}-${incarnation}`;
}

/** The life of the import that a campaign's name claims; whether that import exists must be checked separately. */
export function readCampaignToken(name: string): { readonly life: string; readonly seq: number } | null {
  const [, life, seq] = CAMPAIGN.exec(name.slice(-MAX_NAME_CHARS_READ)) ?? [];
  return life === undefined ? null : { life, seq: Number(seq) };
}

/** The life of the import that a list's name claims. */
export function readListToken(name: string): { readonly life: string } | null {
  const life = LIST.exec(name.slice(-MAX_NAME_CHARS_READ))?.[1];
  return life === undefined ? null : { life };
}

/**
 * The id of the import that follows a campaign made elsewhere. It follows from the campaign's sid, so that adopting it
 * twice finds the same import. Null if the sid cannot be part of an id; Exotel's always can.
 */
export function adoptedImportId(sid: string): string | null {
  return /^[A-Za-z0-9_-]{1,60}$/.test(sid) ? `x-${sid}` : null;
}
