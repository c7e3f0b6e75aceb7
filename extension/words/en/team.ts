import type { Role } from '../../../shared/team/roles.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatCount } from '../format-number.ts';
import { outgoing } from './steps/confirm.ts';

const roles: Record<Role, string> = { viewer: 'Viewer', preparer: 'Preparer', launcher: 'Launcher', admin: 'Admin' };

const roleNotes: Record<Role, string> = {
  viewer: 'Sees how far imports are. Phone numbers show their last three digits.',
  preparer: 'Prepares own imports and asks others to start them.',
  launcher: 'Starts, approves, pauses, resumes and stops.',
  admin: 'Everything, people and settings included.',
};

/** Who may do what, and starts that need two. */
export const team = {
  sections: 'Team',
  tabs: { people: 'People', trail: 'Trail' },
  title: 'Team',
  lead: 'Invite colleagues, choose what each may do, and revoke access at once. The holders of TEAM_TOKENS are admins and are not listed.',
  caption: 'People and scripts with access',
  name: 'Name',
  role: 'Role',
  roles,
  roleNotes,
  token: 'Token',
  template: 'Only one template',
  addedBy: 'Added by',
  expires: 'Expires',
  never: 'Never',
  lastUsed: 'Last used',
  notUsed: 'Not yet',
  action: 'Revoke',
  revoke: 'Revoke',
  revokeNamed: (name: string) => `Revoke access of ${name}`,
  revokeTitle: (name: string) => `Revoke the access of ${name}?`,
  revokeBody: 'Their token stops working at once, and their open screens close. What they started goes on.',
  revokeDo: 'Revoke access',
  keep: 'Keep it',
  revoked: (name: string) => `${name} has no access any more.`,
  none: 'Nobody yet. Invite a colleague above.',
  inviteHeading: 'Invite a colleague',
  inviteName: 'Their name',
  inviteNameHint: 'Shown beside everything they do',
  nameMissing: 'Enter their name.',
  inviteDo: 'Create invite link',
  linkFor: (name: string) => `Invite link for ${name}`,
  linkHint: (until: string) =>
    `Send it to them now: it works once, until ${until}. They paste it into the settings of Dialsheet.`,
  copy: 'Copy link',
  copied: 'Copied',
  approvalHeading: 'Starts that need two',
  approveAbove: 'Ask for approval above',
  approveAboveHint: 'Contacts in one import. Leave empty to let launchers start alone.',
  approveAboveWrong: 'Enter a whole number, or leave it empty.',
  save: 'Save',
  saved: 'Saved.',
  adminsOnly: 'Only admins see this. Ask an admin of your team.',
  mayNot: {
    viewer: 'You are a viewer: you can watch. Ask an admin of your team for another role to do more.',
    preparer: 'You are a preparer: launchers and admins start and resume calls.',
  },
  viewerHome: 'You are a viewer: you can watch imports. Ask an admin of your team for another role to call people.',
  notYourTemplate: 'Created by someone else: duplicate it to change it.',
  ask: (contacts: number, channel: Channel) => `Ask for approval of ${outgoing(channel, contacts)}`,
  asking: 'Asking…',
  askNote: {
    preparer: 'A launcher or an admin starts it. You can then close this window.',
    above: (above: number) =>
      `More than ${countOf(above, 'contact needs', 'contacts need')} a second person to start. You can then close this window.`,
  },
  needsApproval: 'So many contacts need a second person to start. Ask for approval.',
  willAsk: (contacts: number) =>
    `Approval is asked for ${formatCount(contacts)} contacts as soon as the upload is done.`,
  waitsHeading: 'Waits for your approval',
  waits: (name: string, by: string, contacts: number, channel: Channel) =>
    `${by} asks you to start “${name}”: ${outgoing(channel, contacts)}.`,
  look: (name: string) => `Check ${name}`,
  askedBy: (by: string, when: string) => `${by} asked for approval ${when}.`,
  judge: 'Check the numbers, the times and the text below. Then approve, or send it back with a word.',
  own: 'You asked. Somebody else must approve: a launcher or an admin.',
  watch: 'A launcher or an admin approves it.',
  approve: (contacts: number, campaigns: number, channel: Channel) =>
    `Approve and ${channel === 'sms' ? 'send' : 'start'} ${outgoing(channel, contacts)} in ${countOf(campaigns, 'campaign', 'campaigns')}`,
  sendBack: 'Send back',
  sendBackNote: 'What should change?',
  sendBackDo: 'Send back with this word',
  sentBack: (by: string, when: string) => `${by} sent it back ${when}.`,
  sentBackHeading: 'Sent back',
  askedHeading: 'Approval asked',
  noWord: 'Without a word.',
  askFailed: 'Approval was not asked for.',
  approveFailed: 'Nothing was started.',
  sendBackFailed: 'It was not sent back.',
  adjustCancels: 'Changing this cancels the question for approval.',
};
