import {
  MAX_CALLBACK_BYTES,
  MAX_CONTACTS_PER_CAMPAIGN,
  MAX_FILE_BYTES,
  MAX_JSON_BYTES,
  MAX_START_AHEAD_DAYS,
} from '../shared/limits.ts';
import { MAX_TOKENS } from '../shared/team-limits.ts';
import { MAX_DESTINATIONS, MAX_SINKS } from '../shared/sink-limits.ts';
import type { ErrorCode } from '../shared/protocol/error-envelope.ts';

/** A refusal as plain data: crosses object RPC, becomes the error envelope at the edge. */
export interface Fault {
  readonly code: ErrorCode;
  /** Given when the sentence depends on facts; the table's otherwise. */
  readonly message?: string;
  readonly details?: unknown;
  /** A file's or plan's own code, more exact than ours; it is the one that travels. */
  readonly exact?: string;
  /** When asking again makes sense, where that is known. */
  readonly retryAfterSeconds?: number;
}

/** Thrown at the edge only, at the point of refusal; one handler turns it into the envelope. */
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
  too_many_guesses: [
    429,
    'Too many wrong team tokens came from this address. A right one is taken at any moment; try another one later.',
  ],
  not_allowed: [403, 'Your role does not allow this. "details" says which roles do; an admin of your team can do it.'],
  needs_approval: [
    403,
    'So many contacts need a second person to start. POST …/ask; another launcher or admin approves.',
  ],
  not_asked: [409, 'Nobody asks for this import to be started, or no longer: it was checked anew, or sent back.'],
  token_not_found: [404, 'There is no token with this id. GET /api/tokens lists them.'],
  invite_not_found: [404, 'This invite was used, is over, or never was. Ask an admin of your team for a new one.'],
  too_many_tokens: [409, `There are ${MAX_TOKENS} tokens already. Revoke those that nobody uses.`],
  not_found: [404, 'There is nothing at this address. The calls are listed at /docs.'],
  invalid_request: [400, 'The request is not as described at /docs. "details" says where.'],
  unsupported_media_type: [415, 'This call takes another content type. Send the one described at /docs.'],
  body_too_large: [
    413,
    `The body is too large: at most ${MAX_JSON_BYTES / 1024} KB of JSON, ${MAX_CALLBACK_BYTES / 1024} KB of callback.`,
  ],
  invalid_template: [422, 'The template cannot be used. "details" says which setting and why.'],
  template_not_found: [404, 'There is no template with this id. GET /api/templates lists them.'],
  invalid_file: [422, 'The file cannot be used.'],
  file_too_large: [413, `The file is too large: at most ${megabytes(MAX_FILE_BYTES)}. Split it and import the parts.`],
  import_not_found: [404, 'There is no import with this id. GET /api/imports lists them.'],
  import_exists: [409, 'Another file was already imported under this id. Leave the id out, or use a new one.'],
  upload_incomplete: [409, 'The file has not arrived in full. Go on with PATCH from the offset that HEAD gives.'],
  offset_mismatch: [409, 'The upload is at another offset. Ask with HEAD and go on from there.'],
  upload_overflow: [413, 'More bytes arrived than were announced. Open a new import with the right "fileBytes".'],
  tus_version_unsupported: [412, 'Send "Tus-Resumable: 1.0.0": it is the version spoken here.'],
  not_checked: [409, 'The file has not been checked yet. POST …/check first.'],
  nothing_to_call: [422, 'No row of this file can be called. GET …/issues says why, row by row.'],
  line_not_called: [404, 'No contact on this line is called. Leave the line out for the first that is.'],
  unplannable: [422, 'These contacts cannot be laid into calling hours.'],
  start_too_late: [422, `The start lies too far ahead: choose one within ${MAX_START_AHEAD_DAYS} days.`],
  column_unsure: [
    409,
    'Which column holds the numbers is a guess. "details" has the candidates; add &column= with one.',
  ],
  plan_changed: [
    409,
    'What would be called is no longer what you saw. Look at the new counts in "details" and launch again with them.',
  ],
  launched_before: [
    409,
    'These people were launched within the last day. "details" names the import. Launch with "again": true to call them once more.',
  ],
  not_waiting: [409, 'This campaign does not wait for a decision, or not for this one.'],
  already_launched: [409, 'This import has been launched: its file, columns and template are frozen.'],
  not_launched: [409, 'This import has not been launched: there are no results yet.'],
  not_running: [409, 'This import is not running.'],
  still_running: [409, 'This import is still calling. Stop it before deleting it.'],
  websocket_expected: [426, 'This address speaks WebSocket: send "Upgrade: websocket".'],
  campaign_not_found: [404, 'Exotel shows no campaign with this sid. GET /api/campaigns lists them.'],
  list_not_found: [404, 'Exotel shows no list with this sid. GET /api/lists lists them.'],
  action_not_legal: [409, 'Exotel does not take this action now. "details" says which it takes.'],
  outside_calling_hours: [
    409,
    'It is outside calling hours, and this campaign would call people at once. Resume it within them; "details" says when they open.',
  ],
  campaign_started: [409, 'This campaign has started: Exotel changes its callback addresses only.'],
  campaign_over: [409, 'This campaign is over: there is nothing left to change or to follow.'],
  belongs_to_import: [409, 'This campaign belongs to an import, named in "details". Work on it there.'],
  invalid_update: [422, 'The campaign cannot be changed like that. "details" says why.'],
  too_large_to_adopt: [
    422,
    `This campaign has more than ${MAX_CONTACTS_PER_CAMPAIGN} contacts, more than can be followed. Watch it in Exotel's dashboard.`,
  ],
  list_in_use: [409, 'An import that is not over calls the people of this list. Stop it, or wait for its end.'],
  sink_not_found: [404, 'There is no sink with this id. GET /api/sinks lists them.'],
  too_many_sinks: [409, `There are ${MAX_SINKS} sinks already. Delete one that is no longer used.`],
  destination_not_found: [404, 'There is no destination with this id. GET /api/destinations lists them.'],
  delivery_not_found: [404, 'This destination has no delivery with this id. GET …/deliveries lists them.'],
  too_many_destinations: [
    409,
    `There are ${MAX_DESTINATIONS} destinations already. Delete one that is no longer used.`,
  ],
  own_event: [
    410,
    'This is an event of a Dialsheet, not a callback of Exotel. Take this address out of its destinations.',
  ],
  invalid_destination: [422, 'Events cannot be sent to this address. "details" says why.'],
  search_too_wide: [422, 'This is too much for one search. Name an import or a sink, or take the export.'],
  exotel_refused: [422, 'Exotel refused.'],
  exotel_conflict: [409, 'Exotel refused: it does not fit the state things are in.'],
  exotel_forbidden: [403, 'The Exotel account does not allow this call. Ask Exotel to switch it on.'],
  exotel_unauthorised: [
    502,
    'Exotel does not accept the credentials of this Worker. Whoever runs it corrects EXOTEL_API_KEY, EXOTEL_API_TOKEN or EXOTEL_BASE_URL.',
  ],
  exotel_unreachable: [502, 'Exotel gave no usable answer. Nothing was changed. Try again in a minute.'],
  exotel_unanswered: [
    502,
    'Exotel gave no usable answer, and what was asked may yet be done. Look at the campaign again before you repeat it.',
  ],
  misconfigured: [500, 'The Worker is not set up in full. "details" names the settings to correct.'],
  overloaded: [503, 'Too busy at this moment. Try again in a few seconds.'],
  internal: [
    500,
    'Something failed on our side. Try again; if it stays, give the request id to whoever runs this Worker.',
  ],
};

export function statusOf(fault: Fault): Status {
  return REFUSALS[fault.code][0];
}

export function messageOf(fault: Fault): string {
  return fault.message ?? REFUSALS[fault.code][1];
}
