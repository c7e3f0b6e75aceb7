import { z } from 'zod';

/** Every way the Worker says no, on the wire. Snake_case, stable: clients branch on it. */
const ERROR_CODES = [
  'unauthorised',
  'not_found',
  'invalid_request',
  'unsupported_media_type',
  'body_too_large',
  'invalid_template',
  'template_not_found',
  'invalid_file',
  'file_too_large',
  'import_not_found',
  'import_exists',
  'upload_incomplete',
  'offset_mismatch',
  'upload_overflow',
  'tus_version_unsupported',
  'not_checked',
  'nothing_to_call',
  'line_not_called',
  'unplannable',
  'start_too_late',
  'column_unsure',
  'plan_changed',
  'launched_before',
  'not_waiting',
  'already_launched',
  'not_launched',
  'not_running',
  'still_running',
  'websocket_expected',
  'campaign_not_found',
  'list_not_found',
  'action_not_legal',
  'outside_calling_hours',
  'campaign_started',
  'campaign_over',
  'belongs_to_import',
  'invalid_update',
  'too_large_to_adopt',
  'list_in_use',
  'sink_not_found',
  'too_many_sinks',
  'search_too_wide',
  'destination_not_found',
  'delivery_not_found',
  'too_many_destinations',
  'invalid_destination',
  'exotel_refused',
  'exotel_conflict',
  'exotel_forbidden',
  'exotel_unauthorised',
  'exotel_unreachable',
  'exotel_unanswered',
  'misconfigured',
  'overloaded',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** `code` may be one a newer Worker has and this client does not: it stays a string. */
export const errorEnvelopeSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.unknown().optional(),
    requestId: z.string(),
  }),
});

export type ErrorEnvelope = z.infer<typeof errorEnvelopeSchema>;
