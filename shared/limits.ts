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
/** Ours: one row longer than this is a broken file; the reader holds one row at a time. */
export const MAX_ROW_BYTES = 1024 * 1024;
/** Ours: how much of a bad value is kept to show it again. */
export const MAX_ISSUE_VALUE_CHARS = 120;
/** Ours: columns of a row shown beside what its contact hears. */
export const MAX_PREVIEW_COLUMNS = 100;
/** Ours: issues stored in one row; keeps a row under Cloudflare's 2 MB. */
export const ISSUES_PER_CHUNK = 2_000;
/** Ours: how much of a file is looked at before its shape (delimiter, header, number column) is decided. */
export const SNIFF_BYTES = 64 * 1024;
/** Ours: a workbook's parts unpacked; its reader needs about eight times as much memory, and a million rows are 250 MB. */
export const MAX_SPREADSHEET_BYTES = 256 * 1024 * 1024;
/** Ours: 100,000 rows take about three seconds. */
export const SPREADSHEET_SECONDS = 120;
// --- Exotel campaigns ------------------------------------------------------------------------------------------------
/** Exotel: inline numbers in one campaign. */
export const MAX_NUMBERS_PER_CAMPAIGN = 5_000;
/** Exotel: lists in one campaign whose text is the same for everyone. */
export const MAX_LISTS_PER_CAMPAIGN = 5;
/** Exotel: contacts in one list for such campaigns. */
export const MAX_CONTACTS_PER_STATIC_LIST = 100_000;
/** Exotel: contacts in the one list of a campaign with personal text. */
export const MAX_CONTACTS_PER_DYNAMIC_LIST = 500_000;
/** Exotel: variables in a personal text. */
export const MAX_VARIABLES = 5;
/** Ours, far under the 60 MB Exotel takes: a list is built in the Worker's memory. */
export const MAX_LIST_FILE_BYTES = 16 * 1024 * 1024;
/** Ours: contacts in a list that other templates may call too; few enough for a day of most of them. */
export const CONTACTS_PER_SHARED_LIST = 20_000;
/** Ours: contacts in one campaign made of lists; its object holds every outcome in memory. */
export const MAX_CONTACTS_PER_CAMPAIGN = 60_000;
/** Ours: more campaigns of inline numbers than this become campaigns of lists. */
export const MAX_INLINE_CAMPAIGNS = 100;
/** Ours: Exotel names no maximum. */
export const MAX_VARIABLE_NAME_CHARS = 64;
/** Ours: Exotel names no maximum; a value longer than this is no name, order or amount. */
export const MAX_VARIABLE_CHARS = 200;
/** Exotel: extra attempts per number. */
export const MAX_RETRIES = 3;
/** Exotel's page says "greater than 3 characters". */
export const MIN_CAMPAIGN_NAME_CHARS = 4;
/** Ours: Exotel names no maximum; the import's own part of a campaign name is cut to this. */
export const MAX_NAME_CHARS = 60;
/** Ours: Exotel allows 500, but it repeats every campaign's numbers, and 50 full ones are 4 MB already. */
export const CAMPAIGN_PAGE_SIZE = 50;
/** Ours: Exotel names no maximum for call details; a smaller page in the answer is taken as it comes. */
export const CALL_PAGE_SIZE = 500;
/** Ours: campaigns, lists and calls a person gets when naming no number; Exotel's own default too. */
export const UPSTREAM_PAGE_SIZE = 20;
/** Exotel: letters of a name that its search for messages needs. */
export const MIN_SEARCH_CHARS = 3;
/** Ours: Exotel names no maximum for a search. */
export const MAX_SEARCH_CHARS = 200;
/** Ours: imports under way that are asked whether they call a list before it is deleted; more at once is no team. */
export const MAX_IMPORTS_ASKED = 200;
/** Ours: how long a person's request waits for its turn at Exotel before it says that Exotel is busy. */
export const PERSON_PATIENCE_SECONDS = 10;
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
/** Ours: 1,000,000 contacts are 200 campaigns; more than this is a pace or window nobody meant. */
export const MAX_CAMPAIGNS_PER_IMPORT = 1_000;
// --- Exotel messages -------------------------------------------------------------------------------------------------
/** Exotel: characters of an SMS template. */
export const MAX_MESSAGE_CHARS = 2_000;
/** 3GPP TS 23.038: places in one SMS of the GSM alphabet. */
export const MESSAGE_SEPTETS = 160;
/** 3GPP TS 23.040: places in each SMS of a longer text, beside the header that joins them. */
export const MESSAGE_PART_SEPTETS = 153;
/** 3GPP TS 23.038: UTF-16 units in one SMS of any other alphabet. */
export const MESSAGE_UNITS = 70;
/** 3GPP TS 23.040: the same in each SMS of a longer text. */
export const MESSAGE_PART_UNITS = 67;
/** Ours: DLT ids have 19 digits in Exotel's sample. */
export const MAX_DLT_ID_CHARS = 30;
/** Ours: Indian sender ids have 6 letters, or a few digits. */
export const MAX_SENDER_ID_CHARS = 14;
/** Exotel: messages a minute for an account until it asks for more. */
export const DEFAULT_MESSAGES_PER_MINUTE = 300;
/** Exotel asks for 10 minutes and cuts to the minute; ours, with room for a request that waits its turn. */
export const MESSAGE_LEAD_SECONDS = 960;
/** Ours: a message campaign about to be sent that would start sooner than this gets a new slot; Exotel refuses under 10 minutes. */
export const MESSAGE_RESLOT_WITHIN_SECONDS = 720;
/** Exotel: between the start and the end of a message campaign. */
export const MIN_MESSAGE_SPAN_SECONDS = 7_200;
/** Exotel: the largest page of its list of message campaigns. */
export const MESSAGE_CAMPAIGN_PAGE_SIZE = 50;
// --- Launching -------------------------------------------------------------------------------------------------------
/** Ours: a campaign starts this long after it is made, so that a duplicate can be found and deleted first. */
export const LAUNCH_LEAD_SECONDS = 180;
/** Ours: a start moved by a person lies at least this far ahead, or it would pass while the request waits its turn. */
export const MIN_START_LEAD_SECONDS = 60;
/** Ours: a start later than this is a slip of the hand; Exotel's own campaigns live 30 days unless told. */
export const MAX_START_AHEAD_DAYS = 30;
/** Ours: a campaign about to be sent that would start sooner than this gets a new slot; longer than proving one absent takes. */
export const RESLOT_WITHIN_SECONDS = 120;
/** Ours: calls stop being started this long before the window closes; Exotel does not keep the window for us. */
export const WINDOW_CLOSE_MARGIN_SECONDS = 60;
/** Ours: how long an answer from Exotel is waited for. */
export const EXOTEL_TIMEOUT_SECONDS = 20;
/** Ours: how many look-ups must find nothing before a launch is tried again. */
export const ABSENT_LOOKUPS_REQUIRED = 3;
/** Ours: the same people launched again within this time, by whatever template or file, need a deliberate "again". */
export const SAME_PEOPLE_HOURS = 24;
/** Ours: a running campaign that reports nothing new for this long is shown to a person. */
export const STALLED_MINUTES = 20;
/** Ours: a launch in doubt for this long is shown to a person. */
export const IN_DOUBT_MINUTES = 10;
/** Ours: after this many POSTs of one campaign that may have arrived, a person decides. */
export const MAX_LAUNCH_ATTEMPTS = 3;
/** Ours: a failed action is tried again after this, once the campaign's state has been read. */
export const ACTION_RETRY_SECONDS = 5;
/** Ours: the shortest time between two readings of the same import's campaigns. */
export const MIN_READ_GAP_SECONDS = 2;
/**
 * Ours: how often, a reading's interval apart, a campaign must not be found by its sid to count as deleted by somebody else.
 * Ten minutes: what stands before Exotel may answer 404 to everything for a while, and what is taken for deleted rings on.
 */
export const GONE_LOOKS_REQUIRED = 10;
/** Ours: what such a look counts for when Exotel has shown a list of campaigns without this one since the look before. */
export const UNLISTED_LOOK_COUNT = 5;
/** Ours: between two passes over the call details of a campaign that is over but not accounted for. */
export const CALL_DETAILS_RETRY_SECONDS = 30;
/** Ours: rows of call details read again at the next look while a campaign runs, in case a page was still being written. */
export const MIN_OVERLAP_CALLS = 20;
/** Ours: looking at an import that should be under way wakes it within this time, were its alarm ever lost. */
export const WATCHDOG_SECONDS = 90;
/** Ours: an alarm works this long at most, then starts afresh; Cloudflare allows 15 minutes. */
export const DRIVE_SECONDS = 60;
/** Ours: an Exotel answer larger than this is not read further. */
export const MAX_EXOTEL_ANSWER_BYTES = 8 * 1024 * 1024;
/** Ours: how often running campaigns are read back. */
export const READ_INTERVAL_SECONDS = 60;
/** Exotel: call fields settle about two minutes after the call. */
export const CALL_DETAILS_SETTLE_SECONDS = 150;
/** Ours: how long counts of a campaign that is over may still speak of calls to come before they are taken as final. */
export const COUNTS_SETTLE_SECONDS = 900;

/** Ours: a list just uploaded is asked for after this, then doubled up to the second figure. */
export const LIST_POLL_FIRST_SECONDS = 2;
/** Ours: the second figure. */
export const LIST_POLL_LONGEST_SECONDS = 60;
/** Ours: a list still not ready after this is shown to a person. */
export const LIST_SLOW_MINUTES = 30;
/** Ours: uploads of one list, each under a name of its own, before a person decides. */
export const MAX_LIST_ATTEMPTS = 3;
/** Ours: lists of one import that Exotel is taking in at a time; asking after more of them would leave no turn for anything else. */
export const MAX_LISTS_UNDER_WAY = 8;
/** Ours: an upload carries megabytes, and is waited for this many times as long as any other request. */
export const LIST_UPLOAD_TIMEOUT_FACTOR = 2;
/** Ours: a list that does not hold what was sent, and has not grown for this long, will not. */
export const LIST_SETTLE_SECONDS = 900;
/** Exotel: its default page of lists; it names no maximum. */
export const LIST_PAGE_SIZE = 20;
/** Ours: how many of the newest lists are gone through before an upload counts as not having arrived. */
export const MAX_RECENT_LISTS = 200;
/** Ours: tries to delete the lists of an import that is itself deleted, ever further apart: about a day. */
export const MAX_ERASED_LIST_TRIES = 30;
/** Ours: the longest wait between two of them. */
export const ERASED_LIST_LONGEST_SECONDS = 3_600;
/** Ours: after this many refusals to delete a list that is not needed it is left to a person. */
export const MAX_LIST_DELETES = 3;
// --- Callbacks -------------------------------------------------------------------------------------------------------
/** Ours: Exotel's largest sample is about 2 KB. */
export const MAX_CALLBACK_BYTES = 64 * 1024;
/** Ours: callbacks in one KV value; keeps 50,000 a day within a free account's 1,000 KV writes. */
export const CALLBACKS_PER_ARCHIVE = 500;
/** Ours: bodies in one KV value; as JSON they grow sixfold at worst, and Cloudflare takes 25 MB a value. */
export const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Ours: Exotel makes at most four attempts (one and three retries); more are kept only as callbacks. */
export const MAX_CALLS_PER_CONTACT = 16;
/** Ours: contacts whose calls are stored in one row; keeps a row far under Cloudflare's 2 MB. */
export const CONTACTS_PER_CHUNK = 250;
/** Ours: how long totals gather before the first of them are passed on. */
export const TOTALS_PUSH_MS = 250;
/** Ours: then one push a second to those who watch, */
export const TOTALS_WATCHED_MS = 1_000;
/** and one in twenty seconds while nobody does: each push is an object request that is paid for. */
export const TOTALS_UNWATCHED_MS = 20_000;
/** Ours: totals told as messages, which nobody answers, are told by a call as well this often. */
export const LINE_ANSWERED_MS = 30_000;
/** Ours: a campaign that tells less often than this needs no line to its import. */
export const LINE_QUIET_MS = 10_000;
/** Ours: a script that asks again and again watches. */
export const WATCHED_AFTER_LOOK_MS = 15_000;
/** Ours: campaigns asked for one look; far under the 1,000 requests Cloudflare lets one invocation make. */
export const MAX_CAMPAIGNS_LOOKED_AT = 200;
/** Ours: a callback waits no longer than this for its archive. */
export const ARCHIVE_AFTER_SECONDS = 300;
// --- HTTP ------------------------------------------------------------------------------------------------------------
/** Ours: JSON requests. */
export const MAX_JSON_BYTES = 64 * 1024;
/** Ours: how much of a refused body is read away before the sender is cut off. */
export const MAX_DRAIN_BYTES = 8 * 1024 * 1024;
/** Ours: and for how long. */
export const DRAIN_MS = 1_000;
/** Ours: entries of a list when the caller names no number. */
export const DEFAULT_PAGE_SIZE = 50;
/** Ours: entries of a list at most, whatever the caller asks for. */
export const MAX_PAGE_SIZE = 500;
/** Ours: how long callbacks are kept; the Worker's own setting wins. */
export const DEFAULT_RETENTION_DAYS = 90;
/** Ours: a search for a text in the list of imports looks through so many, the newest; all of them would be read for each letter typed. */
export const MAX_IMPORTS_LOOKED_THROUGH = 10_000;
/** Ours: of the name of a query parameter nobody knows, shown in the refusal. */
export const MAX_PARAMETER_NAME_CHARS_SHOWN = 40;
