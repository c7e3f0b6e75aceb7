import type { TrailLine } from '../../../shared/protocol/team.ts';
import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

const acts: Readonly<Record<string, readonly [did: string, todo: string]>> = {
  'template.made': ['बनाया', 'बनाना'],
  'template.changed': ['बदला', 'बदलना'],
  'template.deleted': ['मिटाया', 'मिटाना'],
  'import.opened': ['जोड़ा', 'जोड़ना'],
  'import.deleted': ['मिटाया', 'मिटाना'],
  'import.checked': ['जाँचा', 'जाँचना'],
  'import.launched': ['शुरू किया', 'शुरू करना'],
  'import.asked': ['मंज़ूरी के लिए भेजा', 'मंज़ूरी के लिए भेजना'],
  'import.approved': ['मंज़ूर करके शुरू किया', 'मंज़ूर करना'],
  'import.sent_back': ['लौटाया', 'लौटाना'],
  'import.paused': ['रोका', 'रोकना'],
  'import.resumed': ['फिर चालू किया', 'फिर चालू करना'],
  'import.stopped': ['बंद किया', 'बंद करना'],
  'import.finished': ['पूरा किया', 'पूरा करना'],
  'import.expired': ['मिटाया', 'मिटाना'],
  'import.decided': ['एक कैंपेन का फ़ैसला करके बदला', 'बदलना'],
  'test_call.made': ['की', 'करना'],
  'campaign.changed': ['बदला', 'बदलना'],
  'campaign.deleted': ['मिटाया', 'मिटाना'],
  'campaign.acted_on': ['बदला', 'बदलना'],
  'campaign.adopted': ['जोड़ा', 'जोड़ना'],
  'list.deleted': ['मिटाया', 'मिटाना'],
  'sink.made': ['बनाया', 'बनाना'],
  'sink.deleted': ['मिटाया', 'मिटाना'],
  'destination.made': ['बनाया', 'बनाना'],
  'destination.changed': ['बदला', 'बदलना'],
  'destination.deleted': ['मिटाया', 'मिटाना'],
  'destination.rotated': ['नए सीक्रेट के साथ बदला', 'नए सीक्रेट के साथ बदलना'],
  'destination.tested': ['टेस्ट किया', 'टेस्ट करना'],
  'destination.replayed': ['फिर भेजा', 'फिर भेजना'],
  'person.erased': ['मिटाया', 'मिटाना'],
  'suppression.added': ['बढ़ाया', 'बढ़ाना'],
  'suppression.removed': ['घटाया', 'घटाना'],
  'account.exported': ['कॉपी किया', 'कॉपी करना'],
  'account.imported': ['फ़ाइल से बनाया', 'फ़ाइल से बनाना'],
  'suppression.upload_undone': ['पहले जैसा किया', 'पहले जैसा करना'],
  'settings.changed': ['बदला', 'बदलना'],
  'everything.stopped': ['रोका', 'रोकना'],
  'everything.released': ['फिर शुरू होने दिया', 'फिर शुरू होने देना'],
  'token.made': ['बनाया', 'बनाना'],
  'token.revoked': ['वापस लिया', 'वापस लेना'],
  'invite.made': ['बनाया', 'बनाना'],
};

/** As said before "को". */
const things: Readonly<Record<string, string>> = {
  account: 'टीम के पूरे सेटअप',
  template: 'टेम्पलेट',
  import: 'इंपोर्ट',
  test_call: 'टेस्ट कॉल',
  campaign: 'कैंपेन',
  list: 'लिस्ट',
  sink: 'सिंक',
  destination: 'डेस्टिनेशन',
  person: 'एक व्यक्ति के डेटा',
  suppression: '“कॉल नहीं करनी” सूची',
  settings: 'सेटिंग',
  everything: 'सारी कॉल',
  token: 'टोकन',
  invite: 'न्योते',
};

const reasons: Readonly<Record<string, string>> = {
  not_allowed: 'अनुमति नहीं थी',
  needs_approval: 'दूसरे व्यक्ति की मंज़ूरी चाहिए थी',
  spend_cap: 'ख़र्च की सीमा पार होती',
  plan_changed: 'गिनती बदल चुकी थी',
  not_asked: 'मंज़ूरी की माँग अब नहीं थी',
  already_launched: 'पहले ही शुरू हो चुका था',
  launched_before: 'इन्हीं लोगों को एक दिन के अंदर कॉल हो चुकी थी',
};

const SYSTEM = 'Dialsheet';

function thingOf({ on }: TrailLine): string {
  if (on === null) return 'कुछ';
  const thing = things[on.kind] ?? on.kind;
  return on.name === null ? thing : `${thing} “${on.name}”`;
}

function countsOf({ counts }: TrailLine): string {
  const contacts = counts?.['contacts'] ?? 0;
  const numbers = counts?.['numbers'] ?? 0;
  if (contacts > 0) return `, ${formatCount(contacts)} कॉन्टैक्ट`;
  return numbers > 0 ? `, ${formatCount(numbers)} नंबर` : '';
}

function sentence(line: TrailLine): string {
  const who = line.from === 'system' ? SYSTEM : line.who;
  if (line.what === 'token.joined') return `${who} टीम से जुड़े।`;
  const [did, todo] = acts[line.what] ?? [`“${line.what}” किया`, `“${line.what}” करना`];
  if (line.result === 'refused') {
    const why = reasons[line.code ?? ''] ?? line.code ?? 'अनुमति नहीं मिली';
    return `${who} ने ${thingOf(line)} को ${todo} चाहा: ${why}।`;
  }
  const asked = line.before?.['askedBy'];
  const after = typeof asked === 'string' ? ` (${asked} के माँगने पर)` : '';
  return `${who} ने ${thingOf(line)} को ${did}${countsOf(line)}${after}।`;
}

export const trail: Words['trail'] = {
  title: 'रिकॉर्ड',
  lead: 'किसने, कब और कहाँ से क्या किया। फ़ोन नंबर नहीं, एक साल और एक महीने तक रखा जाता है।',
  search: 'खोजें',
  searchHint: 'व्यक्ति, नाम, या “launched” जैसे काम से',
  caption: 'काम, सबसे नए पहले',
  what: 'क्या हुआ',
  when: 'कब',
  from: 'कहाँ से',
  froms: { extension: 'एक्सटेंशन', script: 'स्क्रिप्ट', system: 'अपने आप' },
  refused: 'नामंज़ूर',
  note: (note) => `“${note}”`,
  none: 'अभी कुछ नहीं हुआ।',
  noneFound: 'ऐसा कोई काम नहीं मिला',
  export: 'सब कुछ एक्सपोर्ट करें',
  exportHint: 'हर पंक्ति में पिछली पंक्ति का हैश है: npm run trail फ़ाइल को जाँचता है।',
  sentence,
};
