/** Limits on how long things are kept. As in limits.ts, each has its unit in its name and its source beside it. */
/** Ours: an upload that is never launched is erased after this, unless the Worker's setting says otherwise. */
export const DEFAULT_UPLOAD_LIFETIME_DAYS = 7;
/**
 * Ours: this long after it is opened, an import checks that the account knows of it and that its file is still
 * arriving.
 */
export const SETTLE_IN_SECONDS = 30;
/** Ours: between two tries to erase what is left of an import. */
export const ERASE_RETRY_SECONDS = 10;
/** Ours: an archive whose writing was cut off may still arrive within this time; then it is deleted once more. */
export const LATE_ARCHIVE_SECONDS = 120;
/**
 * Ours: how often a list that may exist but is not shown is looked for, at growing intervals, for half an hour, because
 * Exotel may show it late.
 */
export const MAX_ERASED_LIST_LOOKS = 10;
