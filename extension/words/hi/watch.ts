import type { Channel } from '../../../shared/template/template-schema.ts';
import type { UploadTask } from '../../storage/kept-import.ts';
import type { ListState } from '../../../shared/protocol/campaign-view.ts';
import { outgoing } from './steps/confirm.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

const tasks: Record<UploadTask, string> = {
  opening: 'Worker से जुड़ रहे हैं',
  locating: 'देख रहे हैं कि अपलोड कहाँ रुका था',
  sending: 'फ़ाइल अपलोड हो रही है',
  checking: 'Worker पर फ़ाइल की जाँच हो रही है',
  launching: 'कैंपेन बनाए जा रहे हैं',
};

const contactsOf = (contacts: number) => `${formatCount(contacts)} कॉन्टैक्ट`;
const listStates: Record<Exclude<ListState, 'completed'>, (contacts: number) => string> = {
  planned: (contacts) => `${contactsOf(contacts)}, अभी अपलोड नहीं ${contacts === 1 ? 'हुआ' : 'हुए'}।`,
  pending: (contacts) => `${contactsOf(contacts)}, अपलोड के इंतज़ार में।`,
  uploading: (contacts) => `${contactsOf(contacts)} अपलोड ${contacts === 1 ? 'हो रहा है' : 'हो रहे हैं'}।`,
  in_doubt: (contacts) =>
    `${contactsOf(contacts)}। जाँच हो रही है कि ${contacts === 1 ? 'वह Exotel पहुँचा' : 'वे Exotel पहुँचे'} या नहीं, ताकि कोई दो बार न जुड़े।`,
  processing: (contacts) => `Exotel ${contactsOf(contacts)} पर काम कर रहा है। इसमें कुछ मिनट लग सकते हैं।`,
  refused: (contacts) => `${contactsOf(contacts)}, Exotel ने नामंज़ूर ${contacts === 1 ? 'किया' : 'किए'}।`,
  dropped: (contacts) => `${contactsOf(contacts)}, अब ज़रूरत नहीं।`,
};

const going: Record<Channel, string> = {
  voice: 'हो सकता है कॉल चलती रहें। फिर से दबाएँ।',
  sms: 'हो सकता है मैसेज जाते रहें। फिर से दबाएँ।',
};

/** As said of what is yet to go: "गई नहीं, उसे". */
function notGone(channel: Channel, left: number): string {
  const one = left === 1;
  if (channel === 'sms') return one ? 'नहीं भेजा गया, उसे' : 'नहीं भेजे गए, उन्हें';
  return one ? 'नहीं गई, उसे' : 'नहीं गईं, उन्हें';
}

export const watch: Words['watch'] = {
  doneOf: (done, total) => `${formatCount(total)} में से ${formatCount(done)} पूरे`,
  done: (done) => formatCount(done),
  ofTotal: (total) => `पूरे, कुल ${formatCount(total)} में से`,
  announce: (channel, done, total, state) =>
    `${state}। ${outgoing(channel, total)} में से ${formatCount(done)} ${channel === 'sms' ? 'पूरे' : 'पूरी'}।`,
  answered: {
    voice: (count) => `${formatCount(count)} ने कॉल उठाई`,
    sms: (count) => countOf(count, 'भेजा गया', 'भेजे गए'),
  },
  finishedTitle: 'पूरा हुआ',
  finishedNote: 'हर कॉन्टैक्ट का नतीजा आ गया है, और Exotel के अपने कॉल डिटेल से मिलाया जा चुका है।',
  settlingNote: (count) =>
    `बंद: अब किसी और को कॉल नहीं जाएगी। ${formatCount(count)} कॉन्टैक्ट ${count === 1 ? 'का नतीजा अभी जाँचा जा रहा है' : 'के नतीजे अभी जाँचे जा रहे हैं'}; गिनती बदल सकती है।`,
  noResultNote: (count) =>
    `${formatCount(count)} कॉन्टैक्ट का नतीजा Exotel ने नहीं दिया। हो सकता है कॉल गई हो, हो सकता है न गई हो।`,
  seeWho: 'कौन हैं, यह देखने के लिए नतीजे डाउनलोड करें',
  live: 'लाइव',
  connecting: 'जुड़ रहे हैं…',
  polling: 'लाइव अपडेट बंद हैं: हर 5 सेकंड में रीफ़्रेश हो रहा है',
  lost: 'संपर्क नहीं हो पा रहा: हर 5 सेकंड में फिर कोशिश हो रही है',
  pause: 'रोकें',
  resume: 'फिर चालू करें',
  stop: 'बंद करें',
  results: 'नतीजे',
  downloadResults: 'नतीजे डाउनलोड करें',
  moreDownloads: 'चुनकर डाउनलोड करें',
  downloadTitle: 'डाउनलोड के लिए नतीजे चुनें',
  downloadWho: 'किन कॉन्टैक्ट को शामिल करना है',
  downloadNobody: 'कम से कम एक नतीजे पर टिक करें।',
  downloadFormat: 'फ़ाइल का प्रकार',
  downloadFormats: { xlsx: 'Excel फ़ाइल (.xlsx)', csv: 'CSV फ़ाइल (.csv)', crm: 'आपके CRM के लिए (CSV)' },
  /** Results in the layout another tool takes back. */
  crm: {
    first: 'पहला कॉलम (आपके CRM की आईडी)',
    asInFile: 'जैसा फ़ाइल में है',
    columns: (written, all) => `कॉलम: ${formatCount(all)} में से ${formatCount(written)}`,
    columnsGroup: 'आपकी फ़ाइल के कॉलम',
    into: 'नतीजा इसमें लिखें',
    newColumn: 'अंत में नया कॉलम',
    heading: 'नए कॉलम का शीर्षक',
    usualHeading: 'नतीजा',
    words: 'हर नतीजे के लिए आपके CRM का शब्द',
    wordsNote: 'जो शब्द खाली छोड़ेंगे, वहाँ कॉलम में लिखा हुआ ही रहेगा। इस टेम्पलेट के लिए याद रखा जाता है।',
    wordsNoteNew: 'जो शब्द खाली छोड़ेंगे, वहाँ हमारा शब्द आएगा। इस टेम्पलेट के लिए याद रखा जाता है।',
    fileName: (name) => `${name} - CRM के लिए.csv`,
  },
  downloadDo: 'डाउनलोड करें',
  notCalled: 'छोड़ी गई पंक्तियाँ',
  downloadNotCalled: 'छोड़ी गई पंक्तियाँ डाउनलोड करें',
  resultsFile: (name, format) => `${name} - नतीजे.${format}`,
  notCalledFile: (name) => `${name} - छोड़ी गई पंक्तियाँ.csv`,
  outcomes: 'नतीजे के हिसाब से कॉन्टैक्ट',
  missed: (count) =>
    `${countOf(count, 'कॉलबैक कभी नहीं आया: इस', 'कॉलबैक कभी नहीं आए: इन')} कॉल का नतीजा कॉल डिटेल से पढ़ा गया।`,
  zeros: (count) => `बाकी ${formatCount(count)} में 0`,
  campaigns: (count) => `${formatCount(count)} कैंपेन`,
  seqOf: (seq, total) => `${formatCount(total)} में से ${formatCount(seq)}`,
  window: (from, to) => `${from} – ${to}`,
  moreCampaigns: (count) => `${formatCount(count)} और कैंपेन दिखाएँ`,
  attention: 'आपको देखना होगा',
  moreAttention: (count) => `${formatCount(count)} और दिखाएँ`,
  decisions: { send_again: 'फिर भेजें', adopt: 'मौजूदा कैंपेन जोड़ें', give_up: 'छोड़ दें' },
  adoptLabel: 'Exotel पर कैंपेन आईडी',
  adoptHint: 'Exotel के डैशबोर्ड से कॉपी करें। पहले वहाँ जाँची जाती है।',
  adoptDo: 'जोड़ें',
  giveUpTitle: (seq) => `कैंपेन ${formatCount(seq)} छोड़ दें?`,
  giveUpBody: (count) => `इसके ${countOf(count, 'कॉन्टैक्ट छूट जाएगा', 'कॉन्टैक्ट छूट जाएँगे')}। यह वापस नहीं हो सकता।`,
  giveUpDo: 'छोड़ दें',
  campaignTag: (seq) => `कैंपेन ${formatCount(seq)}`,
  duplicates: () => 'दोहराए गए',
  rows: (total) => `फ़ाइल में ${formatCount(total)} ${total === 1 ? 'पंक्ति' : 'पंक्तियाँ'}`,
  startedBy: (user, when) => `${user} ने शुरू किया, ${when}`,
  broughtBy: (user, when) => `${user} ने जोड़ा, ${when}`,
  pressFailed: {
    pause: (channel) => `रोका नहीं जा सका। ${going[channel]}`,
    resume: () => 'फिर चालू नहीं हो सका। जब तक चालू न हो, किसी और को कॉल नहीं जाएगी।',
    stop: (channel) => `बंद नहीं हो सका। ${going[channel]}`,
  },
  startFailed: 'शुरू नहीं हो सका। कैंपेन फिर भी बन गए हों, तो वे यहाँ दिखेंगे।',
  pausing: {
    voice: 'रोका जा रहा है। Exotel की पुष्टि होने तक और लोगों को कॉल जा सकती है। इसमें एक मिनट लग सकता है।',
    sms: 'रोका जा रहा है। Exotel की पुष्टि होने तक और मैसेज जा सकते हैं। इसमें एक मिनट लग सकता है।',
  },
  resuming: 'फिर चालू किया जा रहा है। इसमें एक मिनट लग सकता है।',
  finishedAt: (when) => `पूरा हुआ: ${when}`,
  file: (name, bytes) => `${name}, ${formatBytes(bytes)}`,
  with: (template) => `टेम्पलेट ${template}`,
  gone: {
    deleted: 'यह इंपोर्ट मिटा दिया गया, और उसके साथ उसके कॉन्टैक्ट भी।',
    notHere: 'इंपोर्ट नहीं मिला। इसे हटाया या मिटाया गया, यह किसी दूसरे Worker पर है, या आपके साथ साझा नहीं है।',
  },
  notLoaded: 'यह इंपोर्ट लोड नहीं हो सका।',
  deleteImport: 'मिटाएँ',
  stopTitle: (left, channel) =>
    left > 0 ? `जो ${outgoing(channel, left)} अभी ${notGone(channel, left)} बंद करें?` : 'यह इंपोर्ट बंद करें?',
  stopBody: {
    voice: 'चल रही कॉल पूरी होंगी; और किसी को कॉल नहीं जाएगी। यह वापस नहीं हो सकता।',
    sms: 'जो मैसेज निकल चुके हैं वे पहुँचेंगे; और नहीं भेजे जाएँगे। यह वापस नहीं हो सकता।',
  },
  stopDo: (left, channel) => (left > 0 ? `${outgoing(channel, left)} बंद करें` : 'बंद करें'),
  deleteTitle: (contacts) =>
    contacts > 0 ? `यह इंपोर्ट और इसके ${countOf(contacts, 'कॉन्टैक्ट', 'कॉन्टैक्ट')} मिटाएँ?` : 'यह इंपोर्ट मिटाएँ?',
  deleteBody: 'इसके कॉन्टैक्ट, नतीजे और कॉलबैक आपके Worker से मिट जाएँगे। नतीजे चाहिए तो पहले डाउनलोड करें। यह वापस नहीं हो सकता।',
  deleteDo: 'सब मिटाएँ',
  keepGoing: 'चलने दें',
  openCampaign: 'यह कैंपेन Exotel पर देखें',
  fromImport: 'इससे बना',
  quoted: (name) => `“${name}”`,
  followsCampaign: 'कहीं और बने कैंपेन पर नज़र रखता है।',
  keepsHours: 'कॉल के समय के बाहर यह अपने आप रुक जाता है।',
  listOf: (place, total) => `लिस्ट ${formatCount(place)}, कुल ${formatCount(total)}:`,
  listStates,
  listTaken: (taken, sent) => `Exotel ने ${formatCount(sent)} में से ${formatCount(taken)} लिए।`,
  listRest: (duplicate, failed) =>
    `${formatCount(duplicate)} लिस्ट में पहले से थे, ${formatCount(failed)} काम के नहीं थे। कौन से, Exotel नहीं बताता।`,
  listReused: (contacts) =>
    `${contactsOf(contacts)}, पहले के एक इंपोर्ट में अपलोड ${contacts === 1 ? 'हो चुका है' : 'हो चुके हैं'}।`,
  again: (count) => `जवाब न देने वालों को फिर कॉल करें (${formatCount(count)})`,
  againFailed: {
    voice: (count) => `जिनसे बात नहीं हुई, उन्हें फिर कॉल करें (${formatCount(count)})`,
    sms: (count) => `जिन तक नहीं पहुँचा, उन्हें फिर भेजें (${formatCount(count)})`,
  },
  againHeading: 'चुनें किसके लिए दोबारा कोशिश हो',
  againOutcome: (outcome, count) => `${outcome} (${formatCount(count)})`,
  againTemplate: 'इस टेम्पलेट से',
  againChoose: 'टेम्पलेट चुनें',
  againNote: 'उनकी पंक्तियों का नया इंपोर्ट बनता है। शुरू करने से पहले उसे देखें।',
  againRunning: 'यह इंपोर्ट अभी चल रहा है: बाद के नतीजे शामिल नहीं होंगे।',
  againDo: (count, channel) => `${outgoing(channel, count)} तैयार करें`,
  againNobody: 'कम से कम एक नतीजे पर टिक करें।',
};

export const upload: Words['upload'] = {
  tasks,
  sent: (offset, total) => `${formatBytes(total)} में से ${formatBytes(offset)}`,
  closeNote: 'आप यह विंडो बंद कर सकते हैं: अपलोड चलता रहेगा। ब्राउज़र बंद करें, तो फिर खोलने पर आगे चलेगा।',
  willStart: (contacts, campaigns) =>
    `${formatCount(campaigns)} कैंपेन में ${formatCount(contacts)} ${contacts === 1 ? 'कॉल शुरू होगी' : 'कॉल शुरू होंगी'}`,
  retryAt: (clock) => `${clock} पर फिर कोशिश होगी।`,
  retryNow: 'अभी कोशिश करें',
  stuck: 'शुरू नहीं हुआ: किसी को कॉल नहीं जा रही।',
  workerForgotten: 'यह ब्राउज़र इस फ़ाइल का Worker अब नहीं जानता। आगे बढ़ने के लिए उसे सेटिंग में फिर जोड़ें।',
  fileLost: 'ब्राउज़र के पास अब यह फ़ाइल नहीं है। इसे फिर चुनें: कुछ शुरू नहीं हुआ था।',
  cancel: 'रद्द करें',
  cancelTitle: 'कॉल शुरू होने से पहले रद्द करें?',
  cancelBody: 'अभी तक किसी को कॉल नहीं गई। फ़ाइल इस ब्राउज़र और Worker से हटा दी जाएगी।',
  cancelHere: 'अभी तक किसी को कॉल नहीं गई। फ़ाइल इस ब्राउज़र से हटा दी जाएगी; उसके Worker में जो है, वह वहाँ अपने आप मिट जाएगा।',
  cancelDo: 'यह इंपोर्ट रद्द करें',
  tooLate: 'कैंपेन अभी शुरू हो रहे हैं। यहाँ दिखने पर “बंद करें” दबाएँ।',
  toSettings: 'सेटिंग खोलें',
  elsewhere: {
    prepared: (worker) => `यह फ़ाइल ${worker} के लिए तैयार की गई थी`,
    preparedNote: (inUse) =>
      `अब आप ${inUse} इस्तेमाल कर रहे हैं। चुनें कि यह कहाँ जाए: उससे पहले कुछ शुरू नहीं होगा। यहाँ इस्तेमाल करने पर इसके कॉलम और सुधार बने रहेंगे; टेम्पलेट, समय और छोड़े गए लोग फिर जाँचे जाएँगे।`,
    askedNote: (worker) =>
      `${worker} से इसे शुरू करने को पहले ही कहा जा चुका है, इसलिए यह कहीं और नहीं जा सकती। आगे बढ़ने के लिए वहाँ जाएँ, या इसे हटाएँ।`,
    going: (worker) => `${worker} पर जा रही है`,
    goingNote: (inUse) => `अब आप ${inUse} इस्तेमाल कर रहे हैं। यह अपलोड वहीं जाता रहेगा जहाँ के लिए इसे शुरू किया गया था।`,
    started: (worker) => `यह इंपोर्ट ${worker} पर शुरू हुआ था`,
    startedNote: (inUse) => `अब आप ${inUse} इस्तेमाल कर रहे हैं। इसे देखने के लिए वहाँ जाएँ।`,
    forgotten: 'यह ब्राउज़र उस Worker को अब नहीं जानता: उसे सेटिंग में फिर जोड़ें।',
    switchTo: (name) => `${name} पर जाएँ`,
    useAt: (name) => `${name} पर इस्तेमाल करें`,
  },
};
