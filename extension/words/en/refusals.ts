import type { ErrorCode } from '../../../shared/protocol/error-envelope.ts';

/** What the Worker says to programs, said to people; where it says it to people already, its own message is shown. */
export const refusals: Readonly<Partial<Record<ErrorCode, string>>> = {
  unauthorised: 'The Worker does not know this token. Ask your team for yours, and paste it in Settings.',
  not_found: 'The Worker has nothing at this address. Update the extension or the Worker.',
  invalid_request: 'The Worker does not take this request. Update the extension or the Worker.',
  unsupported_media_type: 'The Worker does not take this request. Update the extension or the Worker.',
  template_not_found: 'This template was deleted. Choose another one.',
  import_not_found: 'This import was deleted.',
  import_exists: 'Another file was already imported under this id. Drop the file again.',
  upload_incomplete: 'The file has not arrived in full yet. It goes on by itself; try again when it has.',
  offset_mismatch: 'The upload stands elsewhere than expected. It goes on by itself.',
  upload_overflow: 'The file has changed while it was sent. Drop it again.',
  not_checked: 'The file has not been checked yet. Go back to the columns.',
  nothing_to_call: 'No row of this file can be called. The check says why, row by row.',
  line_not_called: 'Nobody on this line is called.',
  plan_changed: 'What would be called is no longer what you saw. Look at the new numbers and start again.',
  launched_before: 'These people were called within the last day.',
  campaign_not_found: 'Exotel shows no such campaign any more.',
  list_not_found: 'Exotel shows no such list any more.',
  action_not_legal: 'Exotel does not take this action now. Look at the campaign again.',
  belongs_to_import: 'This campaign belongs to an import. Work on it there.',
  misconfigured:
    'The Worker is not set up in full. Whoever runs it finds out at its address under /api/account what is missing.',
};
