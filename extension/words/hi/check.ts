import type { Channel } from '../../../shared/template/template-schema.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';
import { outgoing } from './confirm.ts';
import type { Words } from '../words.ts';

const peopleWithout: Record<Channel, string> = {
  voice: 'उसकी जगह कुछ नहीं बोला जाएगा',
  sms: 'उसकी जगह कुछ नहीं लिखा जाएगा',
};

export const check: Words['check'] = {
  title: { voice: 'किसे कॉल जाएगी?', sms: 'किसे मैसेज जाएगा?' },
  reading: 'फ़ाइल की जाँच हो रही है',
  readingBytes: (done, total) => `${formatBytes(total)} में से ${formatBytes(done)}`,
  willBeCalled: (count, channel) => outgoing(channel ?? 'voice', count),
  nobody: 'कॉल करने के लिए कोई नहीं',
  outOf: (total) => (total === 1 ? '1 पंक्ति में से' : `${formatCount(total)} पंक्तियों में से`),
  acceptedOf: { voice: 'कॉल जाएगी', sms: 'मैसेज जाएगा' },
  duplicate: 'दोहराए गए',
  invalid: 'सही नहीं',
  blank: 'खाली',
  rowsTotal: 'फ़ाइल में कुल पंक्तियाँ',
  missingHeading: 'जो मान नहीं हैं',
  missingValues: (count, name, channel) =>
    `${countOf(count, 'व्यक्ति', 'लोगों')} का ${name} नहीं है: ${peopleWithout[channel]}।`,
  seeOne: 'एक देखें',
  seeOneWithout: (name) => `बिना ${name} वाला एक देखें`,
  start: (contacts, campaigns, channel) =>
    `${countOf(campaigns, 'कैंपेन', 'कैंपेन')} में ${outgoing(channel ?? 'voice', contacts)} ${channel === 'sms' ? 'भेजें' : 'शुरू करें'}`,
  starting: 'शुरू हो रहा है…',
  startNote: 'फ़ाइल इस ब्राउज़र से अभी, दबाने के बाद ही जाती है। इसके तुरंत बाद आप यह विंडो बंद कर सकते हैं।',
  hoursOutsideAccount: 'टेम्पलेट का कॉल का समय अकाउंट के तय समय के बाहर है। टेम्पलेट में कॉल का समय बदलें।',
  cannotStart: 'अभी कुछ शुरू नहीं हो सकता',
  toColumns: 'कॉलम पर जाएँ',
  toFile: 'दूसरी फ़ाइल चुनें',
  faultHeading: 'यह फ़ाइल इस रूप में इस्तेमाल नहीं हो सकती',
  unreadable: 'ब्राउज़र अब यह फ़ाइल नहीं पढ़ पा रहा। इसे फिर से चुनें।',
  changedHeading: 'शुरू करने से पहले एक बार और देखें',
  changedElsewhere: 'किसी दूसरी विंडो में कुछ बदला गया है। नई गिनती देखें, फिर शुरू करें।',
  planChanged:
    'Worker की गिनती इस स्क्रीन से अलग निकली, इसलिए कुछ शुरू नहीं किया गया। नीचे की गिनती अभी की है; शायद टेम्पलेट या कॉल का समय बदला गया है।',
  launchedBefore: (name, user, when) =>
    `“${name}” से इन्हीं लोगों को कॉल जा चुकी है: ${user} ने शुरू किया था, ${when}। अभी कुछ शुरू नहीं किया गया। अगर इन्हें फिर कॉल करनी है, तो नीचे बताएँ।`,
  launchedBeforeUnnamed:
    'इन्हीं लोगों को पिछले एक दिन में कॉल जा चुकी है। अभी कुछ शुरू नहीं किया गया। अगर इन्हें फिर कॉल करनी है, तो नीचे बताएँ।',
  callAgain: 'हाँ, इन्हीं लोगों को फिर कॉल करें',
  tooLongAgo:
    'आपने “शुरू करें” काफ़ी पहले दबाया था और फ़ाइल अब तक भेजी नहीं जा सकी, इसलिए कुछ शुरू नहीं किया गया। समय देख लें और फिर दबाएँ।',
};
