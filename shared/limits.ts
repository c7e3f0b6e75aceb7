/**
 * Every cap in Dialsheet, with its unit in its name and its source beside it.
 * "Exotel" means its campaign API pages (docs/exotel.md); "Cloudflare" its published limits; "ours" a choice.
 */

// --- Files -----------------------------------------------------------------------------------------------------------
/** Ours, under Cloudflare's 100 MB request body on Free and Pro zones. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Ours: the largest file the check is measured on. */
export const MAX_FILE_ROWS = 1_000_000;
/** Ours: wider rows are a broken delimiter or an attack; spreadsheets stop at 16,384. */
export const MAX_COLUMNS = 16_384;
/** Ours: one cell longer than this is an unclosed quote, not a contact. */
export const MAX_CELL_BYTES = 64 * 1024;
/** Cloudflare: 2 MB a SQLite value; parts stay well under it. */
export const FILE_PART_BYTES = 1024 * 1024;
/** Ours: how much of a bad value is kept to show it again. */
export const MAX_ISSUE_VALUE_CHARS = 120;
/** Ours: issues stored in one row; keeps a row under Cloudflare's 2 MB. */
export const ISSUES_PER_CHUNK = 2_000;
/** Ours: how much of a file is looked at before its shape (delimiter, header, number column) is decided. */
export const SNIFF_BYTES = 64 * 1024;

// --- Exotel campaigns ------------------------------------------------------------------------------------------------
/** Exotel: inline numbers in one campaign. */
export const MAX_NUMBERS_PER_CAMPAIGN = 5_000;
/** Exotel: extra attempts per number. */
export const MAX_RETRIES = 3;
/** Exotel's page says "greater than 3 characters". */
export const MIN_CAMPAIGN_NAME_CHARS = 4;
/** Ours: Exotel names no maximum; the import's own part of a campaign name is cut to this. */
export const MAX_NAME_CHARS = 60;
/** Exotel: campaigns in one page of the list. */
export const CAMPAIGN_PAGE_SIZE = 500;
/** Ours: Exotel names no maximum for call details; 100 is the largest its examples use. */
export const CALL_PAGE_SIZE = 100;
/** Exotel: calls a minute for an account until it asks for more. */
export const DEFAULT_CALLS_PER_MINUTE = 60;
/** Exotel: campaign API requests a minute for an account. */
export const DEFAULT_REQUESTS_PER_MINUTE = 30;
/** Ours: Exotel names no maximum. */
export const MAX_GREETING_CHARS = 2_000;
/** Ours: Exotel names no maximum. */
export const MAX_CUSTOM_FIELD_CHARS = 1_000;
/** Ours: Exotel names no maximum; a retry later than a day never fits a calling window. */
export const MAX_RETRY_INTERVAL_MINUTES = 720;
/** Ours: Exotel names no maximum. */
export const MAX_MENU_REPEATS = 9;
/** Ours: its longest parts (an account sid of 64, an app id of 12) and room to spare. */
export const MAX_FLOW_URL_CHARS = 200;
/** Ours: more than this many complaints about one template help nobody. */
export const MAX_TEMPLATE_ISSUES = 20;
/** Ours: an import of 1,000,000 contacts is 200 campaigns; more than this is a pace or window nobody meant. */
export const MAX_CAMPAIGNS_PER_IMPORT = 1_000;

// --- Launching -------------------------------------------------------------------------------------------------------
/** Ours: a campaign starts this long after it is made, so that a duplicate can be found and deleted first. */
export const LAUNCH_LEAD_SECONDS = 180;
/** Ours: calls stop being started this long before the window closes; Exotel does not keep the window for us. */
export const WINDOW_CLOSE_MARGIN_SECONDS = 60;
/** Ours: how long an answer from Exotel is waited for. */
export const EXOTEL_TIMEOUT_SECONDS = 20;
/** Ours: how many look-ups must find nothing before a launch is tried again. */
export const ABSENT_LOOKUPS_REQUIRED = 3;
/** Ours: the time between two such look-ups, longer than Exotel's list may lag. */
export const ABSENT_LOOKUP_INTERVAL_SECONDS = 20;
/** Ours: an Exotel answer larger than this is not read further. */
export const MAX_EXOTEL_ANSWER_BYTES = 8 * 1024 * 1024;
/** Ours: how often running campaigns are read back. */
export const READ_INTERVAL_SECONDS = 60;
/** Exotel: call fields settle about two minutes after the call. */
export const CALL_DETAILS_SETTLE_SECONDS = 150;

// --- Callbacks -------------------------------------------------------------------------------------------------------
/** Ours: Exotel's largest sample is about 2 KB. */
export const MAX_CALLBACK_BYTES = 64 * 1024;
/** Ours: callbacks in one KV value; keeps 50,000 a day within a free account's 1,000 KV writes. */
export const CALLBACKS_PER_ARCHIVE = 500;
/** Ours: a callback waits no longer than this for its archive. */
export const ARCHIVE_AFTER_SECONDS = 300;

// --- HTTP ------------------------------------------------------------------------------------------------------------
/** Ours: JSON requests. */
export const MAX_JSON_BYTES = 64 * 1024;
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 500;
export const DEFAULT_RETENTION_DAYS = 90;
