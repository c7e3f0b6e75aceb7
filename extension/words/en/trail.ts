import type { TrailLine } from '../../../shared/protocol/team.ts';
import { countOf } from '../format-number.ts';

/** Past and infinitive of each act. */
const acts: Readonly<Record<string, readonly [did: string, todo: string]>> = {
  'template.made': ['created', 'create'],
  'template.changed': ['changed', 'change'],
  'template.deleted': ['deleted', 'delete'],
  'import.opened': ['added', 'add'],
  'import.deleted': ['deleted', 'delete'],
  'import.checked': ['checked', 'check'],
  'import.launched': ['started', 'start'],
  'import.asked': ['asked for approval of', 'ask for approval of'],
  'import.approved': ['approved and started', 'approve'],
  'import.sent_back': ['sent back', 'send back'],
  'import.paused': ['paused', 'pause'],
  'import.resumed': ['resumed', 'resume'],
  'import.stopped': ['stopped', 'stop'],
  'import.finished': ['finished', 'finish'],
  'import.expired': ['erased', 'erase'],
  'import.decided': ['decided about a campaign of', 'decide about a campaign of'],
  'test_call.made': ['made', 'make'],
  'campaign.changed': ['changed', 'change'],
  'campaign.deleted': ['deleted', 'delete'],
  'campaign.acted_on': ['changed', 'change'],
  'campaign.adopted': ['followed', 'follow'],
  'list.deleted': ['deleted', 'delete'],
  'sink.made': ['created', 'create'],
  'sink.deleted': ['deleted', 'delete'],
  'destination.made': ['created', 'create'],
  'destination.changed': ['changed', 'change'],
  'destination.deleted': ['deleted', 'delete'],
  'destination.rotated': ['changed the secret of', 'change the secret of'],
  'destination.tested': ['tested', 'test'],
  'destination.replayed': ['sent again to', 'send again to'],
  'person.erased': ['erased', 'erase'],
  'suppression.added': ['added to', 'add to'],
  'suppression.removed': ['took a number out of', 'take a number out of'],
  'account.exported': ['exported', 'export'],
  'account.imported': ['imported', 'import'],
  'suppression.upload_undone': ['undid an upload to', 'undo an upload to'],
  'settings.changed': ['changed', 'change'],
  'everything.stopped': ['stopped', 'stop'],
  'everything.released': ['allowed again', 'allow again'],
  'token.made': ['created', 'create'],
  'token.revoked': ['revoked', 'revoke'],
  'invite.made': ['created', 'create'],
};

const things: Readonly<Record<string, string>> = {
  account: 'everything the team has set up',
  template: 'the template',
  import: 'the import',
  test_call: 'the test call',
  campaign: 'the campaign',
  list: 'the list',
  sink: 'the callback address',
  destination: 'the destination',
  person: 'a person',
  suppression: 'the do-not-call list',
  settings: 'the settings',
  everything: 'all calls',
  token: 'the access of',
  invite: 'an invite for',
};

const reasons: Readonly<Record<string, string>> = {
  not_allowed: 'not allowed',
  needs_approval: 'it needs a second person',
  spend_cap: 'it would pass a spending cap',
  plan_changed: 'the numbers had changed',
  not_asked: 'nobody asked for it any more',
  already_launched: 'it was started already',
  launched_before: 'the same people were called within a day',
};

const SYSTEM = 'Dialsheet';

function thingOf({ on }: TrailLine): string {
  if (on === null) return 'something';
  const thing = things[on.kind] ?? on.kind;
  return on.name === null ? thing.replace(/ (?:of|for)$/, '') : `${thing} “${on.name}”`;
}

function countsOf({ counts }: TrailLine): string {
  const contacts = counts?.['contacts'] ?? 0;
  const numbers = counts?.['numbers'] ?? 0;
  if (contacts > 0) return `, ${countOf(contacts, 'contact', 'contacts')}`;
  return numbers > 0 ? `, ${countOf(numbers, 'number', 'numbers')}` : '';
}

/** "Asha started the import “Diwali”, 12,480 contacts." */
function sentence(line: TrailLine): string {
  const who = line.from === 'system' ? SYSTEM : line.who;
  if (line.what === 'token.joined') return `${who} joined the team.`;
  const [did, todo] = acts[line.what] ?? [`made the call ${line.what} on`, `make the call ${line.what} on`];
  if (line.result === 'refused') {
    const why = reasons[line.code ?? ''] ?? line.code ?? 'refused';
    return `${who} tried to ${todo} ${thingOf(line)}: ${why}.`;
  }
  const asked = line.before?.['askedBy'];
  const after = typeof asked === 'string' ? `, after ${asked} asked` : '';
  return `${who} ${did} ${thingOf(line)}${countsOf(line)}${after}.`;
}

/** Who did what. */
export const trail = {
  title: 'Trail',
  lead: 'Who did what, when and from where. No phone numbers, kept for a year and a month.',
  search: 'Search',
  searchHint: 'By person, name, or act such as “launched”',
  caption: 'Acts, newest first',
  what: 'What happened',
  when: 'When',
  from: 'From',
  froms: { extension: 'Extension', script: 'Script', system: 'By itself' },
  refused: 'Refused',
  note: (note: string) => `“${note}”`,
  none: 'Nothing happened yet.',
  noneFound: 'No matching acts',
  export: 'Export everything',
  exportHint: 'Each line carries the hash of the one before: npm run trail verifies the file.',
  sentence,
};
