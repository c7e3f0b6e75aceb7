import type { ExotelAction } from '../../../shared/protocol/exotel-campaign.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import type { CallSort } from '../../api/exotel-calls.ts';
import type { CampaignSort } from '../../state/campaign-query.ts';
import { countOf, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

/** "कॉल नहीं जाएगी", "मैसेज नहीं जाएगा". */
const goes: Record<Channel, { readonly will: string; readonly wont: string; readonly yet: string }> = {
  voice: { will: 'कॉल जाएगी', wont: 'कॉल नहीं जाएगी', yet: 'जिन्हें कॉल नहीं गई' },
  sms: { will: 'मैसेज जाएगा', wont: 'मैसेज नहीं जाएगा', yet: 'जिन्हें मैसेज नहीं गया' },
};
/** As what something is done to. */
const people = (count: number) => countOf(count, 'व्यक्ति', 'लोगों');

const sorts: Record<CampaignSort, string> = {
  '-created': 'नए पहले',
  created: 'पुराने पहले',
  name: 'नाम से, A से Z',
  '-name': 'नाम से, Z से A',
};
const callSorts: Record<CallSort, string> = { '-created': 'नई पहले', created: 'पुरानी पहले' };

interface Asked {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
}

const actionNames: Record<ExotelAction, string> = {
  pause: 'रोकें',
  resume: 'फिर चालू करें',
  complete: 'पूरा करें',
  archive: 'आर्काइव करें',
  delete: 'मिटाएँ',
};

/** What an action will do, said before it does. `left` are those not called yet; null where Exotel gives no number. */
const asked: Record<ExotelAction, (name: string, left: number | null, channel: Channel) => Asked> = {
  pause: (name, left, channel) => ({
    title: `“${name}” रोकें?`,
    body: `जो चल रहा है वह पूरा होगा; और किसी को ${goes[channel].wont}। ${left === null ? 'बाकी लोग' : countOf(left, 'व्यक्ति', 'लोग')} इसके फिर चालू होने तक ${left === 1 ? 'इंतज़ार करेगा' : 'इंतज़ार करेंगे'}। अगर इसका अंत पहले आ गया, तो उन्हें ${goes[channel].wont}।`,
    confirm: 'रोकें',
  }),
  resume: (name, left, channel) => ({
    title: `“${name}” फिर चालू करें?`,
    body:
      left === null
        ? 'जहाँ रुका था, वहीं से आगे बढ़ेगा।'
        : `जहाँ रुका था, वहीं से आगे बढ़ेगा: अब बचे हुए ${people(left)} को ${goes[channel].will}।`,
    confirm: 'फिर चालू करें',
  }),
  complete: (name, left, channel) => ({
    title: `“${name}” पूरा करें?`,
    body: `पूरा करने पर कैंपेन हमेशा के लिए ख़त्म हो जाता है: ${left === null ? `${goes[channel].yet}, उन्हें` : `बचे हुए ${people(left)} को`} अब ${goes[channel].wont}। यह वापस नहीं हो सकता।`,
    confirm: left === null || left === 0 ? 'पूरा करें' : `${formatCount(left)} को छोड़कर पूरा करें`,
  }),
  archive: (name) => ({
    title: `“${name}” आर्काइव करें?`,
    body: 'यह अपनी गिनती और कॉल के साथ Exotel के आर्काइव में चला जाएगा। वहाँ से वापस नहीं आता।',
    confirm: 'आर्काइव करें',
  }),
  delete: (name, left, channel) => ({
    title: `“${name}” मिटाएँ?`,
    body: `यह शुरू नहीं हुआ है। ${left === null ? 'इसमें किसी को' : `इसके ${people(left)} में से किसी को`} ${goes[channel].wont}। यह वापस नहीं हो सकता।`,
    confirm: 'कैंपेन मिटाएँ',
  }),
};

export const campaigns: Words['campaigns'] = {
  title: 'कैंपेन',
  sections: 'कैंपेन के प्रकार, लिस्ट और कॉलबैक',
  tabs: { voice: 'कॉल', sms: 'मैसेज', lists: 'लिस्ट', callbacks: 'कॉलबैक' },
  caption: { voice: 'Exotel के कॉल कैंपेन', sms: 'Exotel के मैसेज कैंपेन' },
  search: 'नाम से खोजें',
  searchSms: 'कम से कम 3 अक्षर',
  searchTooShort: 'मैसेज खोजने के लिए Exotel को कम से कम 3 अक्षर चाहिए।',
  status: 'स्थिति',
  anyStatus: 'कोई भी स्थिति',
  sort: 'क्रम',
  sorts,
  smsSorts: { ...sorts, '-created': 'बाद में शुरू वाले पहले', created: 'जल्दी शुरू वाले पहले' },
  name: 'कैंपेन',
  contacts: 'कॉन्टैक्ट',
  when: 'कब',
  madeBy: 'किसने बनाया',
  elsewhere: 'कहीं और बना',
  ofImport: (seq) => `इंपोर्ट, कैंपेन ${formatCount(seq)}`,
  noneYet: {
    voice: 'Exotel पर अभी कोई कॉल कैंपेन नहीं है। इंपोर्ट शुरू करें, उसके कैंपेन यहाँ दिखेंगे।',
    sms: 'Exotel पर अभी कोई मैसेज कैंपेन नहीं है। SMS टेम्पलेट से इंपोर्ट शुरू करें, उसके कैंपेन यहाँ दिखेंगे।',
  },
  noneFound: 'ऐसा कोई कैंपेन नहीं मिला',
  showAll: 'सभी कैंपेन दिखाएँ',
  newImport: 'नई लिस्ट को कॉल करें',
  back: 'सभी कैंपेन',
  gone: 'कैंपेन Exotel पर नहीं मिला।',
  actions: 'आप क्या कर सकते हैं',
  actionNames,
  asked,
  noticedByImport: 'इसके इंपोर्ट को एक मिनट में पता चलता है, और वह बाकी काम जारी रखता है।',
  nothingMore: 'अब कुछ करने को नहीं है।',
  pauseFirst: 'यह कैंपेन ख़त्म करने के लिए पहले इसे रोकें।',
  edit: 'बदलें',
  done: (action) => `${actionNames[action]}: Exotel ने कर दिया।`,
  watchImport: 'इंपोर्ट खोलें',
  partOfImport: (seq) => `एक इंपोर्ट का कैंपेन ${formatCount(seq)}। सभी को वहीं रोकें या बंद करें।`,
  follow: 'इस पर यहाँ नज़र रखें',
  followLead: 'यह कैंपेन कहीं और बना है। हर नतीजा आते ही देखने और नतीजे रखने के लिए इस पर यहाँ नज़र रखें।',
  followTitle: (name) => `“${name}” पर यहाँ नज़र रखें?`,
  followBody: (addresses) =>
    `Exotel इसकी कॉल की ख़बर Dialsheet को देगा${addresses.length === 0 ? '' : `, ${addresses.join(' और ')} को अब नहीं`}। कैंपेन में और कुछ नहीं बदलता: किसे, कब और कैसे, सब पहले जैसा रहता है।`,
  followDo: 'इस पर यहाँ नज़र रखें',
  keepHours: 'कॉल के समय के बाहर इसे रोकें',
  keepHoursHint: 'Exotel इसका ध्यान नहीं रखता। वह समय शुरू होने पर यह अपने आप फिर चलेगा।',
  keepHoursNote: 'कॉल के समय के बाहर यह रुका रहेगा।',
  outcomes: 'नतीजे के हिसाब से नंबर',
  outcomesNone: { voice: 'अभी कोई कॉल नहीं', sms: 'अभी कोई मैसेज नहीं' },
  counted: (done, total) => `${formatCount(total)} में से ${formatCount(done)} पूरे`,
  numbersInAll: 'सभी नंबर',
  notReached: 'बात नहीं हुई (व्यस्त, जवाब नहीं मिला या फ़ेल)',
  calls: (counts) => `Exotel ने ये कॉल कीं, दोबारा कोशिशें भी: ${counts}।`,
  callCounts: {
    call_scheduled: 'तय',
    call_initialized: 'शुरू',
    call_inprogress: 'चल रही',
    call_completed: 'पूरी',
    call_failed: 'जवाब नहीं, व्यस्त या फ़ेल',
  },
  factsHeading: 'इस कैंपेन की सेटिंग',
  facts: {
    sender: 'इस नंबर से कॉल जाए',
    smsSender: 'सेंडर आईडी',
    flow: 'फ़्लो',
    text: 'बोला जाने वाला टेक्स्ट',
    smsText: 'मैसेज',
    repeatMenu: 'मेन्यू दोहराया जाता है',
    retries: 'दोबारा कोशिशें',
    throttle: 'हर मिनट कॉल',
    starts: 'शुरू',
    ends: 'अंत',
    lists: 'लिस्ट',
    delivery: 'नंबर',
    customField: 'कस्टम फ़ील्ड',
    smsType: 'प्रकार',
    dltEntityId: 'DLT एंटिटी आईडी',
    dltTemplateId: 'DLT टेम्पलेट आईडी',
    cost: 'अनुमानित ख़र्च',
    created: 'बनाया गया',
    updated: 'बदला गया',
    name: 'Exotel पर नाम',
    id: 'Exotel पर आईडी',
    report: 'Exotel की रिपोर्ट',
  },
  deliveries: { inline: 'कैंपेन के अंदर ही', static: 'लिस्ट से', dynamic: 'हर व्यक्ति के मान वाली लिस्ट से' },
  retriesOf: (count, minutes, reasons, doubling) =>
    count === 0
      ? 'नहीं'
      : `${formatCount(count)} बार, ${doubling ? 'पहली' : 'हर बार'} ${formatCount(minutes)} मिनट बाद${doubling ? ', फिर दोगुने अंतर से' : ''}, अगर ${reasons}`,
  timesOf: (count) => `${formatCount(count)} बार`,
  openReport: 'रिपोर्ट खोलें',
  reportNote: 'जिसके पास इसका लिंक है, वह इसे खोल सकता है।',
  callbacksHeading: 'कॉलबैक के पते',
  callbacks: { call: 'हर कॉल', schedule: 'हर नंबर', message: 'हर मैसेज', campaign: 'कैंपेन' },
  nowhere: 'कोई नहीं',
};

export const calls: Words['calls'] = {
  title: { voice: 'कॉल', sms: 'मैसेज' },
  caption: { voice: 'इस कैंपेन की कॉल', sms: 'इस कैंपेन के मैसेज' },
  status: 'नतीजा',
  anyStatus: 'कोई भी',
  statuses: { completed: 'पूरी हुई', 'no-answer': 'जवाब नहीं मिला', busy: 'व्यस्त', failed: 'फ़ेल' },
  sort: 'क्रम',
  sorts: callSorts,
  numberSearch: 'नंबर',
  numberHint: 'पूरा नंबर, जैसे +919812345678',
  number: 'नंबर',
  name: 'नाम',
  ended: 'नतीजा',
  at: 'कब',
  duration: 'अवधि',
  seconds: (seconds) => (seconds < 60 ? `${seconds} सेकंड` : `${Math.floor(seconds / 60)} मिनट ${seconds % 60} सेकंड`),
  digits: 'दबाए गए बटन',
  recording: 'रिकॉर्डिंग',
  listen: 'सुनें',
  listenTo: (number) => `${number} से हुई कॉल सुनें, Exotel पर खुलती है`,
  text: 'मैसेज',
  none: { voice: 'अभी कोई कॉल नहीं।', sms: 'अभी कोई मैसेज नहीं।' },
  noneFound: { voice: 'ऐसी कोई कॉल नहीं मिली', sms: 'इस नंबर पर कोई मैसेज नहीं।' },
};
