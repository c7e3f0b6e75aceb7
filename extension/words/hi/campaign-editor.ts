import type { CampaignSetting } from '../../screens/campaigns/editor/campaign-fields.ts';
import type { Words } from '../words.ts';

const NOT_AN_ADDRESS = 'https:// से शुरू होने वाला वेब पता लिखें';

const wrong: Record<CampaignSetting, string> = {
  name: '4 से 200 अक्षर का नाम लिखें।',
  sender: 'भेजने वाले का नाम लिखें, ज़्यादा से ज़्यादा 20 अक्षर।',
  flowUrl: 'वेब पता लिखें।',
  text: 'ज़्यादा से ज़्यादा 2,000 अक्षर का टेक्स्ट लिखें।',
  repeatMenu: 'पूरी संख्या लिखें, 0 या ज़्यादा।',
  customField: 'ज़्यादा से ज़्यादा 1,000 अक्षर लिखें।',
  sendAt: 'दिन और समय लिखें।',
  endAt: 'दिन और समय लिखें।',
  throttle: 'पूरी संख्या लिखें, या खाली छोड़ें।',
  retries: 'पूरी संख्याएँ लिखें।',
  call: NOT_AN_ADDRESS,
  schedule: NOT_AN_ADDRESS,
  message: NOT_AN_ADDRESS,
  campaign: NOT_AN_ADDRESS,
};

export const campaignEditor: Words['campaignEditor'] = {
  title: 'कैंपेन बदलें',
  leadAll: 'यह शुरू नहीं हुआ है, इसलिए यहाँ सब कुछ बदला जा सकता है। जिसे आप नहीं छुएँगे, वह वैसा ही रहेगा।',
  leadCallbacks: 'यह शुरू हो चुका है: Exotel अब सिर्फ़ वे पते बदलने देता है जहाँ वह ख़बर देता है।',
  leadImport: 'इसका नाम और इसके पते वही रहेंगे: इन्हीं से इसका इंपोर्ट इसे पहचानता है।',
  nothing: 'यह कैंपेन अब नहीं बदला जा सकता।',
  whenHeading: 'समय और गति',
  hours: (from, to, zone) => `समय ${zone} में है। यह एक ही दिन में, ${from} से ${to} के बीच शुरू और ख़त्म होता है।`,
  callbacksHint: 'वेब पते। खाली का मतलब है कि Exotel यह ख़बर कहीं नहीं देता।',
  labels: {
    name: 'नाम',
    sender: 'इस नंबर से कॉल जाए',
    flowUrl: 'फ़्लो का पता',
    text: 'बोला जाने वाला टेक्स्ट',
    repeatMenu: 'मेन्यू दोहराएँ',
    customField: 'कस्टम फ़ील्ड',
    sendAt: 'शुरू',
    endAt: 'अंत',
    throttle: 'हर मिनट ज़्यादा से ज़्यादा कॉल',
    call: 'हर कॉल',
    schedule: 'हर नंबर, जब उसकी सारी कॉल हो जाएँ',
    message: 'हर मैसेज',
    campaign: 'कैंपेन',
  },
  smsLabels: { sender: 'सेंडर आईडी', text: 'मैसेज' },
  wrong,
  wrongWhole: 'हर सेटिंग जाँचें और फिर कोशिश करें।',
  save: 'बदलाव सेव करें',
  leaveBody: 'इस कैंपेन में आपके बदलाव खो जाएँगे।',
};

export const callerId: Words['callerId'] = {
  label: 'इस नंबर से कॉल जाए',
  asking: 'आपके नंबर लोड हो रहे हैं…',
  pickHint: 'अपने अकाउंट का ExoPhone चुनें।',
  plainHint: 'आपके अकाउंट का ExoPhone, जैसे 08088919888।',
  forbiddenHint: 'आपके अकाउंट का ExoPhone, जैसे 08088919888। Exotel इस अकाउंट के लिए इनकी सूची नहीं देता।',
  choose: 'नंबर चुनें',
  other: 'दूसरा नंबर…',
  otherLabel: 'दूसरा नंबर',
  otherHint: 'जैसा Exotel दिखाता है, जैसे 08088919888।',
};
