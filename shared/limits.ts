/**
 * Every cap in Dialsheet, with its unit in its name and its source beside it.
 * "Exotel" means its campaign API pages (docs/exotel.md); "Cloudflare" its published limits; "ours" a choice.
 */
// --- Files -----------------------------------------------------------------------------------------------------------
/** Ours, under Cloudflare's 100 MB request body on Free and Pro zones. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Ours: the largest file that the check is measured with. */
export const MAX_FILE_ROWS = 1_000_000;
/** Ours: wider rows are a broken delimiter or an attack; spreadsheets stop at 16,384. */
export const MAX_COLUMNS = 16_384;
/** Ours: a longer cell is an unclosed quote, not a contact. */
export const MAX_CELL_BYTES = 64 * 1024;
/** Cloudflare: 2 MB a SQLite value; parts stay well under it. */
export const FILE_PART_BYTES = 1024 * 1024;
/** Ours: a longer row is a broken file; the reader holds one row at a time. */
export const MAX_ROW_BYTES = 1024 * 1024;
/** Ours: how much of a bad value is kept to be shown. */
export const MAX_ISSUE_VALUE_CHARS = 120;
/** Ours: columns of a row shown beside what its contact hears. */
export const MAX_PREVIEW_COLUMNS = 100;
/** Ours: issues stored in one row; keeps a row under Cloudflare's 2 MB. */
export const ISSUES_PER_CHUNK = 2_000;
/** Ours: how much of a file is read before its delimiter, headings and number column are decided. */
export const SNIFF_BYTES = 64 * 1024;
/** Ours: a workbook's parts unpacked; its reader needs up to eighteen times as much memory. A million rows are 160 to 250 MB. */
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
/** Ours: contacts in a list that other templates may call too; so few that most templates can call them in a day. */
export const CONTACTS_PER_SHARED_LIST = 20_000;
/** Ours: contacts in one campaign made of lists; its object holds every outcome in memory. */
export const MAX_CONTACTS_PER_CAMPAIGN = 60_000;
/** Ours: beyond this many campaigns with inline numbers, contacts are sent as lists instead. */
export const MAX_INLINE_CAMPAIGNS = 100;
/** Ours: Exotel names no maximum. */
export const MAX_VARIABLE_NAME_CHARS = 64;
/** Ours: Exotel names no maximum; a longer value is not a name, order or amount. */
export const MAX_VARIABLE_CHARS = 200;
/** Exotel: extra attempts per number. */
export const MAX_RETRIES = 3;
/** Exotel's page says "greater than 3 characters". */
export const MIN_CAMPAIGN_NAME_CHARS = 4;
/** Ours: Exotel names no maximum; the import's own part of a campaign name is cut to this length. */
export const MAX_NAME_CHARS = 60;
/** Ours: Exotel allows 500, but its answer repeats every campaign's numbers, and 50 full campaigns are already 4 MB. */
export const CAMPAIGN_PAGE_SIZE = 50;
/** Ours: Exotel names no maximum for call details; if it answers with a smaller page, that is used. */
export const CALL_PAGE_SIZE = 500;
/** Ours: campaigns, lists and calls on a page if no number is asked for; the same as Exotel's default. */
export const UPSTREAM_PAGE_SIZE = 20;
/** Exotel: the least letters that its search for messages needs. */
export const MIN_SEARCH_CHARS = 3;
/** Ours: Exotel names no maximum for a search. */
export const MAX_SEARCH_CHARS = 200;
/** Ours: running imports that are asked whether they call a list before it is deleted; no team has more at once. */
export const MAX_IMPORTS_ASKED = 200;
/** Ours: how long a person's request waits for its turn at Exotel before it answers that Exotel is busy. */
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
/** Ours: the longest address parts (an account sid of 64, an app id of 12), with some room. */
export const MAX_FLOW_URL_CHARS = 200;
/** Ours: issues shown for one template; a longer list helps nobody. */
export const MAX_TEMPLATE_ISSUES = 20;
/** Ours: 1,000,000 contacts are 200 campaigns; more than this comes from a pace or window that nobody meant. */
export const MAX_CAMPAIGNS_PER_IMPORT = 1_000;
// --- Exotel messages -------------------------------------------------------------------------------------------------
/** Exotel: characters of an SMS template. */
export const MAX_MESSAGE_CHARS = 2_000;
/** 3GPP TS 23.038: characters in one SMS of the GSM alphabet; some take two. */
export const MESSAGE_SEPTETS = 160;
/** 3GPP TS 23.040: the same for each SMS of a longer text, without the header that joins them. */
export const MESSAGE_PART_SEPTETS = 153;
/** 3GPP TS 23.038: UTF-16 units in one SMS of any other alphabet. */
export const MESSAGE_UNITS = 70;
/** 3GPP TS 23.040: the same for each SMS of a longer text. */
export const MESSAGE_PART_UNITS = 67;
/** Ours: DLT ids have 19 digits in Exotel's sample. */
export const MAX_DLT_ID_CHARS = 30;
/** Ours: Indian sender ids have 6 letters, or a few digits. */
export const MAX_SENDER_ID_CHARS = 14;
/** Exotel: messages a minute for an account until it asks for more. */
export const DEFAULT_MESSAGES_PER_MINUTE = 300;
/** Exotel asks for 10 minutes and cuts to the minute; ours adds time for a request that waits for its turn. */
export const MESSAGE_LEAD_SECONDS = 960;
/** Ours: a message campaign about to start sooner than this gets a new slot; Exotel refuses less than 10 minutes. */
export const MESSAGE_RESLOT_WITHIN_SECONDS = 720;
/** Exotel: the shortest time between start and end of a message campaign. */
export const MIN_MESSAGE_SPAN_SECONDS = 7_200;
/** Exotel: the largest page of message campaigns. */
export const MESSAGE_CAMPAIGN_PAGE_SIZE = 50;
// --- Launching -------------------------------------------------------------------------------------------------------
/** Ours: time between making a campaign and its start, so that a duplicate can be found and deleted first. */
export const LAUNCH_LEAD_SECONDS = 180;
/**
 * Ours: a start chosen by a person is at least this far ahead, or it would pass while the request waits for its turn.
 */
export const MIN_START_LEAD_SECONDS = 60;
/** Ours: a later start is a mistake; Exotel's campaigns end after 30 days unless told otherwise. */
export const MAX_START_AHEAD_DAYS = 30;
/** Ours: a campaign about to start sooner than this gets a new slot; longer than it takes to prove one absent. */
export const RESLOT_WITHIN_SECONDS = 120;
/** Ours: no call is started within this time before the window closes, because Exotel does not keep the window. */
export const WINDOW_CLOSE_MARGIN_SECONDS = 60;
/** Ours: how long to wait for an answer from Exotel. */
export const EXOTEL_TIMEOUT_SECONDS = 20;
/** Ours: how many look-ups must find nothing before a launch is repeated. */
export const ABSENT_LOOKUPS_REQUIRED = 3;
/** Ours: launching the same people again within this time, with any template or file, needs a deliberate "again". */
export const SAME_PEOPLE_HOURS = 24;
/** Ours: a running campaign that reports nothing new for this long is shown to a person. */
export const STALLED_MINUTES = 20;
/** Ours: a launch in doubt for this long is shown to a person. */
export const IN_DOUBT_MINUTES = 10;
/** Ours: after this many POSTs of one campaign that may have reached Exotel, a person decides. */
export const MAX_LAUNCH_ATTEMPTS = 3;
/** Ours: a failed action is repeated after this, once the campaign's state has been read. */
export const ACTION_RETRY_SECONDS = 5;
/** Ours: the shortest time between two readings of the same import's campaigns. */
export const MIN_READ_GAP_SECONDS = 2;
/**
 * Ours: how often, one reading interval apart, a campaign must not be found by its sid to count as deleted by somebody
 * else. Ten minutes, because a gateway may answer 404 to everything, and one wrongly taken for deleted rings on.
 */
export const GONE_LOOKS_REQUIRED = 10;
/** Ours: what such a look counts for if Exotel showed a list of campaigns without this one since the look before. */
export const UNLISTED_LOOK_COUNT = 5;
/** Ours: time between two readings of all call details of a campaign that is over but not accounted for. */
export const CALL_DETAILS_RETRY_SECONDS = 30;
/** Ours: call details that the next look reads again while a campaign runs, in case a page was still being written. */
export const MIN_OVERLAP_CALLS = 20;
/** Ours: somebody who looks at an import that should be under way wakes it within this time if its alarm was lost. */
export const WATCHDOG_SECONDS = 90;
/** Ours: an alarm works this long at most, then starts afresh; Cloudflare allows 15 minutes. */
export const DRIVE_SECONDS = 60;
/** Ours: how much of an Exotel answer is read. */
export const MAX_EXOTEL_ANSWER_BYTES = 8 * 1024 * 1024;
/** Ours: how often running campaigns are read. */
export const READ_INTERVAL_SECONDS = 60;
/** Exotel: call fields settle about two minutes after the call. */
export const CALL_DETAILS_SETTLE_SECONDS = 150;
/** Ours: how long counts of a campaign that is over may still include calls to come before they are final. */
export const COUNTS_SETTLE_SECONDS = 900;

/** Ours: the first wait before a list just uploaded is asked for, doubled up to the next limit. */
export const LIST_POLL_FIRST_SECONDS = 2;
/** Ours: the longest such wait. */
export const LIST_POLL_LONGEST_SECONDS = 60;
/** Ours: a list still not ready after this is shown to a person. */
export const LIST_SLOW_MINUTES = 30;
/** Ours: uploads of one list, each under a new name, before a person decides. */
export const MAX_LIST_ATTEMPTS = 3;
/** Ours: lists of one import that Exotel processes at a time; asking about more would leave no turns for others. */
export const MAX_LISTS_UNDER_WAY = 8;
/** Ours: an upload carries megabytes, so it may take this many times as long as any other request. */
export const LIST_UPLOAD_TIMEOUT_FACTOR = 2;
/** Ours: a list that does not hold what was sent and has not grown for this long will not grow any more. */
export const LIST_SETTLE_SECONDS = 900;
/** Exotel: the default page of lists; no maximum is documented. */
export const LIST_PAGE_SIZE = 20;
/** Ours: how many of the newest lists are searched before an upload counts as not arrived. */
export const MAX_RECENT_LISTS = 200;
/** Ours: tries to delete the lists of a deleted import, at growing intervals, for about a day. */
export const MAX_ERASED_LIST_TRIES = 30;
/** Ours: the longest wait between two of these tries. */
export const ERASED_LIST_LONGEST_SECONDS = 3_600;
/** Ours: after this many refusals to delete a list that is not needed, it is left to a person. */
export const MAX_LIST_DELETES = 3;
// --- Callbacks -------------------------------------------------------------------------------------------------------
/** Ours: Exotel's largest sample is about 2 KB. */
export const MAX_CALLBACK_BYTES = 64 * 1024;
/** Ours: callbacks in one KV value; with it, 50,000 callbacks a day stay within a free account's 1,000 KV writes. */
export const CALLBACKS_PER_ARCHIVE = 500;
/** Ours: bytes of bodies in one KV value; as JSON they grow sixfold at worst, and Cloudflare allows 25 MB per value. */
export const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Ours: calls kept per contact; Exotel makes at most four (one and three retries), more are kept only as callbacks. */
export const MAX_CALLS_PER_CONTACT = 16;
/** Ours: contacts whose calls are stored in one row, so that a row stays far under Cloudflare's 2 MB. */
export const CONTACTS_PER_CHUNK = 250;
/** Ours: how long totals are collected before the first push. */
export const TOTALS_PUSH_MS = 250;
/** Ours: time between pushes while somebody watches, */
export const TOTALS_WATCHED_MS = 1_000;
/** and while nobody does: each push is a paid object request. */
export const TOTALS_UNWATCHED_MS = 20_000;
/** Ours: messages over a line have no answer, so this often the totals are sent by a call as well. */
export const LINE_ANSWERED_MS = 30_000;
/** Ours: a campaign that tells less often than this needs no line to its import. */
export const LINE_QUIET_MS = 10_000;
/** Ours: a script that asks again within this time counts as watching. */
export const WATCHED_AFTER_LOOK_MS = 15_000;
/** Ours: campaigns asked for one look; far below the 1,000 requests that Cloudflare allows one invocation. */
export const MAX_CAMPAIGNS_LOOKED_AT = 200;
/** Ours: the longest time a callback waits for its archive. */
export const ARCHIVE_AFTER_SECONDS = 300;
// --- HTTP ------------------------------------------------------------------------------------------------------------
/** Ours: the largest JSON request. */
export const MAX_JSON_BYTES = 64 * 1024;
/** Ours: how much of a refused body is read before the connection is cut, */
export const MAX_DRAIN_BYTES = 8 * 1024 * 1024;
/** and for how long. */
export const DRAIN_MS = 1_000;
/** Ours: entries on a page if no number is asked for. */
export const DEFAULT_PAGE_SIZE = 50;
/** Ours: the most entries on a page, whatever is asked for. */
export const MAX_PAGE_SIZE = 500;
/** Ours: how long callbacks are kept, unless the Worker's setting says otherwise. */
export const DEFAULT_RETENTION_DAYS = 90;
/** Ours: newest imports that a text search in the list reads; else every typed letter would read all of them. */
export const MAX_IMPORTS_LOOKED_THROUGH = 10_000;
/** Ours: how much of an unknown query parameter's name the refusal repeats. */
export const MAX_PARAMETER_NAME_CHARS_SHOWN = 40;
