import {
  MAX_CALLBACK_BYTES,
  MAX_CONTACTS_PER_CAMPAIGN,
  MAX_FILE_BYTES,
  MAX_JSON_BYTES,
  MAX_START_AHEAD_DAYS,
} from '../shared/limits.ts';
import { MAX_TEST_CALLS_PER_HOUR } from '../shared/people-limits.ts';
import { MAX_TOKENS } from '../shared/team-limits.ts';
import { MAX_DESTINATIONS, MAX_SINKS } from '../shared/sink-limits.ts';
import type { ErrorCode } from '../shared/protocol/error-envelope.ts';
import type { FaultDetails } from './fault-details.ts';

interface FaultOf<Code extends ErrorCode> {
  readonly code: Code;
  /** Given when the sentence depends on facts; otherwise the table's sentence is used. */
  readonly message?: string;
  readonly details?: Code extends keyof FaultDetails ? FaultDetails[Code] : never;
  /** A more exact code from the file check or the plan. The client gets this one instead of ours. */
  readonly exact?: string;
  /** When it makes sense to ask again, if known. */
  readonly retryAfterSeconds?: number;
}

/** A refusal as plain data: crosses object RPC, becomes the error envelope at the edge. */
export type Fault = { [Code in ErrorCode]: FaultOf<Code> }[ErrorCode];

/** Thrown only at the edge, where the request is refused; one handler turns it into the envelope. */
export class ApiError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault.code, { cause });
    this.name = 'ApiError';
    this.fault = fault;
  }
}

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 426 | 429 | 500 | 502 | 503;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Status and words of every refusal; a code without a line here does not compile. */
const REFUSALS: Readonly<Record<ErrorCode, readonly [status: Status, message: string]>> = {
  unauthorised: [401, 'The team token is missing or not known. Send "Authorization: Bearer <team token>".'],
  too_many_guesses: [429, 'Too many wrong team tokens came from this address. Send the right one, or try again later.'],
  access_required: [
    403,
    'This Worker stands behind Cloudflare Access as well. Open its address in a tab and sign in there; scripts send a service token.',
  ],
  access_unavailable: [
    503,
    'The keys of Cloudflare Access could not be read. Try again; if it stays, check ACCESS_TEAM.',
  ],
  not_allowed: [403, 'Your role does not allow this. Ask an admin of your team: "details" names the roles that do.'],
  needs_approval: [
    403,
    'So many contacts need a second person. Ask for approval with POST …/ask; another launcher or admin gives it.',
  ],
  not_asked: [
    409,
    'Nobody asks for this import to be started, or it was checked anew or sent back. Ask again with POST …/ask.',
  ],
  token_not_found: [404, 'There is no token with this id. List them with GET /api/tokens.'],
  invite_not_found: [404, 'This invite was used, is over, or never was. Ask an admin of your team for a new one.'],
  too_many_tokens: [409, `There are ${MAX_TOKENS} tokens already. Revoke those that nobody uses.`],
  not_found: [404, 'There is nothing at this address. Find the calls at /docs.'],
  invalid_request: [400, 'The request does not match /docs. Correct what "details" names.'],
  unsupported_media_type: [415, 'This call needs another content type. Send the one that /docs names.'],
  body_too_large: [
    413,
    `The body is too large. Send at most ${MAX_JSON_BYTES / 1024} KB of JSON, or ${MAX_CALLBACK_BYTES / 1024} KB of callback.`,
  ],
  invalid_template: [422, 'The template cannot be used. Correct the settings that "details" names.'],
  template_not_found: [404, 'There is no template with this id. List them with GET /api/templates.'],
  template_changed: [
    409,
    'Somebody changed this template since the "seen" time. Read it again, then replace it with the newer "updatedAt".',
  ],
  invalid_file: [422, 'The file cannot be used. Save it as CSV and send it again.'],
  file_too_large: [413, `The file is too large: at most ${megabytes(MAX_FILE_BYTES)}. Split it and import the parts.`],
  import_not_found: [404, 'There is no import with this id. List them with GET /api/imports.'],
  import_exists: [409, 'Another file already has this id. Leave the id out, or use a new one.'],
  upload_incomplete: [409, 'The file has not arrived in full. Continue with PATCH from the offset that HEAD gives.'],
  offset_mismatch: [409, 'The upload is at another offset. Ask for it with HEAD, and continue from there.'],
  upload_overflow: [413, 'The file is larger than "fileBytes". Open a new import with the right size.'],
  tus_version_unsupported: [412, 'The upload needs tus 1.0.0. Send the header "Tus-Resumable: 1.0.0".'],
  not_checked: [409, 'The file has not been checked yet. Check it with POST …/check.'],
  nothing_to_call: [422, 'No row of this file can be called. Read why, row by row, with GET …/issues.'],
  line_not_called: [
    404,
    'This line is not called. Choose another, or leave the line out for the first that is called.',
  ],
  unplannable: [
    422,
    'These contacts do not fit into the calling hours. Use longer hours, a faster pace or fewer retries.',
  ],
  start_too_late: [422, `The start is too far ahead. Choose one within ${MAX_START_AHEAD_DAYS} days.`],
  column_unsure: [
    409,
    'The number column is a guess. Choose one of the candidates in "details" and add &column= with it.',
  ],
  plan_changed: [
    409,
    'The counts have changed since you saw them. Check the new ones in "details", then launch with them.',
  ],
  launched_before: [
    409,
    'These people were called within the last day, by the import in "details". To call them again, launch with "again": true.',
  ],
  spend_cap: [409, 'This would pass the spending cap in "details". Ask an admin to change it, or send a shorter file.'],
  everything_stopped: [
    409,
    'Somebody stopped everything. Look who and why with GET /api/stop-everything, and lift it with DELETE, then start again.',
  ],
  never_called: [
    409,
    'This number is on the list of people not to be called, and no test call rings it. Use another, or ask an admin to take it out.',
  ],
  too_many_test_calls: [
    429,
    `You made ${MAX_TEST_CALLS_PER_HOUR} test calls within an hour. Wait as long as "Retry-After" says.`,
  ],
  not_waiting: [409, 'This campaign does not wait for this decision. Read the import for the decisions it waits for.'],
  already_launched: [
    409,
    'This import has been launched, so its file, columns and template stay as they are. Make a new import.',
  ],
  not_launched: [409, 'This import has no results yet. Launch it first.'],
  not_running: [409, 'This import is not running. Read its state with GET /api/imports/:id.'],
  still_running: [409, 'This import is still calling. Stop it, then delete it.'],
  websocket_expected: [426, 'This address takes WebSockets only. Send "Upgrade: websocket".'],
  campaign_not_found: [404, 'Exotel has no campaign with this sid. List them with GET /api/campaigns.'],
  list_not_found: [404, 'Exotel has no list with this sid. List them with GET /api/lists.'],
  action_not_legal: [409, 'Exotel does not take this action now. Choose one of those in "details".'],
  outside_calling_hours: [
    409,
    'It is outside calling hours, and this campaign would call people at once. Resume it when they open, as "details" says.',
  ],
  campaign_started: [409, 'This campaign has started. Change nothing but its callback addresses.'],
  campaign_over: [409, 'This campaign is over and cannot be changed or followed. Make a new one.'],
  belongs_to_import: [409, 'This campaign belongs to the import in "details". Change it there.'],
  invalid_update: [422, 'The campaign cannot be changed like this. Correct what "details" names.'],
  too_large_to_adopt: [
    422,
    `Campaigns of more than ${MAX_CONTACTS_PER_CAMPAIGN} contacts cannot be followed here. Watch it in Exotel's dashboard.`,
  ],
  list_in_use: [409, 'A running import calls the people of this list. Stop it, or wait for its end.'],
  sink_not_found: [404, 'There is no sink with this id. List them with GET /api/sinks.'],
  too_many_sinks: [409, `There are ${MAX_SINKS} sinks already. Delete one that is no longer used.`],
  destination_not_found: [404, 'There is no destination with this id. List them with GET /api/destinations.'],
  delivery_not_found: [404, 'This destination has no delivery with this id. List them with GET …/deliveries.'],
  too_many_destinations: [
    409,
    `There are ${MAX_DESTINATIONS} destinations already. Delete one that is no longer used.`,
  ],
  own_event: [
    410,
    'This is an event of a Dialsheet, not a callback of Exotel. Remove this address from its destinations.',
  ],
  invalid_destination: [422, 'Events cannot be sent to this address. Correct what "details" names.'],
  would_overwrite: [
    409,
    'Some of this is here already and differs, as "details" names it. Nothing was changed. Send it with overwrite=true to replace that, or with dryRun=true to look.',
  ],
  search_too_wide: [422, 'This search is too wide. Name an import or a sink; to read all of one, use the export.'],
  suppression_not_found: [404, 'There is no entry with this id. List them with GET /api/suppressions.'],
  suppression_upload_not_found: [404, 'There is no upload with this id. List them with GET /api/suppressions.'],
  exotel_refused: [422, 'Exotel refused. Correct what "details" names.'],
  exotel_conflict: [409, 'Exotel refused: the state does not allow this. Read it again, then repeat.'],
  exotel_forbidden: [403, 'The Exotel account does not allow this call. Ask Exotel to switch it on.'],
  exotel_unauthorised: [
    502,
    "Exotel does not accept this Worker's credentials. Ask whoever runs it to correct EXOTEL_API_KEY, EXOTEL_API_TOKEN or EXOTEL_BASE_URL.",
  ],
  exotel_unreachable: [502, 'Exotel gave no usable answer. Nothing was changed. Try again in a minute.'],
  exotel_unanswered: [
    502,
    'Exotel gave no usable answer, and may still do what you asked. Look at the campaign before you repeat it.',
  ],
  misconfigured: [500, 'The Worker is not set up. Correct the settings that "details" names.'],
  overloaded: [503, 'The Worker is too busy. Try again in a few seconds.'],
  internal: [500, 'The Worker failed. Try again. If it fails again, give the request id to whoever runs this Worker.'],
};

export function statusOf(fault: Fault): Status {
  return REFUSALS[fault.code][0];
}

export function messageOf(fault: Pick<Fault, 'code' | 'message'>): string {
  return fault.message ?? REFUSALS[fault.code][1];
}
