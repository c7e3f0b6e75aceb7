import type { ErrorCode } from '../../../shared/protocol/error-envelope.ts';

/** What the Worker says to programs, said to people; where it says it to people already, its own message is shown. */
export const refusals: Readonly<Partial<Record<ErrorCode, string>>> = {
  unauthorised: 'The Worker does not accept this token. Check your token and paste it again.',
  too_many_guesses: 'Too many wrong tokens came from this network. Check your token, wait a minute and paste it again.',
  not_found: 'The Worker has nothing at this address. Update the extension or the Worker.',
  invalid_request: 'The Worker does not take this request. Update the extension or the Worker.',
  unsupported_media_type: 'The Worker does not take this request. Update the extension or the Worker.',
  template_not_found: 'This template was deleted. Choose another one.',
  import_not_found: 'This import was deleted.',
  import_exists: 'Another file was already imported under this id. Drop the file again.',
  upload_incomplete: 'The upload is not finished yet. Try again when it is.',
  offset_mismatch: 'The upload continues from another place. Wait a moment.',
  upload_overflow: 'The file changed during the upload. Drop it again.',
  not_checked: 'The file has not been checked yet. Go back to the columns.',
  nothing_to_call: 'No row of this file can be called. See the check for the reasons.',
  line_not_called: 'This row is not called.',
  plan_changed: 'The numbers changed since you looked. Check the new numbers and start again.',
  launched_before: 'These people were called within the last day.',
  campaign_not_found: 'Campaign not found at Exotel.',
  list_not_found: 'List not found at Exotel.',
  action_not_legal: 'Exotel does not allow this action now. Reload the campaign.',
  outside_calling_hours: 'This campaign would call at once. Resume it within calling hours.',
  belongs_to_import: 'This campaign belongs to an import. Change it there.',
  misconfigured: 'The Worker is not fully set up. The person who runs it can see what is missing under /api/account.',
};
