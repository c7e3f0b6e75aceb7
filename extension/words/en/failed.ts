import type { ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';

const going: Record<Channel, string> = { voice: 'Calls may go on.', sms: 'Messages may go on.' };

/** What goes on at Exotel although it was to be changed. */
const acts: Record<ExotelAction, (channel: Channel) => string> = {
  pause: (channel) => `Pause failed. ${going[channel]} Press it again.`,
  resume: () => 'Resume failed. The campaign may still be paused. Press it again.',
  complete: (channel) => `Complete failed. ${going[channel]} Press it again.`,
  archive: () => 'Archive failed. The campaign stays where it was. Press it again.',
  delete: (channel) =>
    `Delete failed. ${channel === 'sms' ? 'It may still send.' : 'It may still call.'} Press it again.`,
};

/** What a press did not do, and what goes on meanwhile; why is said below it. */
export const failed = {
  download: 'Download failed. Press it again.',
  lookUp: 'Nothing was looked up. Press “Find” again.',
  decide: 'Your choice was not confirmed. Look at the campaign before you press again.',
  prepare: 'Nothing was prepared: nobody is called.',
  eraseImport: 'Delete failed. Part of it may be erased already. Press it again.',
  callAnyway: 'Not confirmed: they are still left out.',
  adjust: 'Not confirmed: the old times and pace may still hold. Press it again.',
  revoke: 'Revoke failed. The access may still work. Press it again.',
  invite: 'No invite link was created. Press it again.',
  saveRule: 'Save failed. The old rule may still hold. Press it again.',
  saveTemplate: 'Save failed. What you typed is still here.',
  saveCampaign: 'Save failed. The campaign may go on as before. What you typed is still here.',
  saveDestination: 'Save failed. Look at the list before you press again.',
  destination: 'Not confirmed. Look below before you press again.',
  deleteTemplate: 'Delete failed. The template may still be there. Press it again.',
  deleteList: 'Delete failed. The list may still be at Exotel. Press it again.',
  createSink: 'Create failed. Look at the list before you press again.',
  deleteSink: 'Delete failed. The address may still take callbacks. Press it again.',
  follow: 'Follow failed. The campaign goes on as before. Press it again.',
  addNumber: 'Add failed. This number may still be called. Press it again.',
  takeOff: 'Remove failed. The number may still be on the list. Press it again.',
  readFile: 'The file was not read. Choose it again.',
  addFile: 'Add failed. These numbers may still be called. Press it again.',
  undoUpload: 'Undo failed. These numbers may still be on the list. Press it again.',
  acts,
};
