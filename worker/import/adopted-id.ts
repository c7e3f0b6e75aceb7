/**
 * The id of the import that follows a campaign made elsewhere: a function of its sid, so that adopting it twice finds the
 * same one. Null for a sid that cannot be part of an id; none of Exotel's looks like that.
 */
export function adoptedImportId(sid: string): string | null {
  return /^[A-Za-z0-9_-]{1,60}$/.test(sid) ? `x-${sid}` : null;
}
