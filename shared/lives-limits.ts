/** The limits of how long things may live, beside those in limits.ts: unit in the name, source beside it. */
/** Ours: an upload that is never launched is erased after this; the Worker's own setting wins. */
export const DEFAULT_UPLOAD_LIFETIME_DAYS = 7;
/** Ours: an import just opened looks after this whether the account knows of it, and whether its file is still coming. */
export const SETTLE_IN_SECONDS = 30;
/** Ours: between two tries to erase what is left of an import. */
export const ERASE_RETRY_SECONDS = 10;
/** Ours: an archive whose writing was cut off may still arrive this long after; it is deleted once more then. */
export const LATE_ARCHIVE_SECONDS = 120;
/** Ours: a list that may exist and is not shown is looked for so often, ever further apart: for half an hour, since Exotel may show it late. */
export const MAX_ERASED_LIST_LOOKS = 10;
