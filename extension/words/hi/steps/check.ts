import type { Channel } from '../../../../shared/template/template-schema.ts';
import { countOf, formatBytes, formatCount } from '../../format-number.ts';
import { outgoing } from './confirm.ts';
import type { Words } from '../../words.ts';

const peopleWithout: Record<Channel, string> = {
  voice: 'कॉल में वह जगह छूट जाएगी',
  sms: 'मैसेज में वह जगह छूट जाएगी',
};

/** After “को हाल में”. */
const reached: Record<Channel, string> = { voice: 'कॉल हुई', sms: 'मैसेज गया' };
const willReach: Record<Channel, string> = { voice: 'कॉल होगी', sms: 'मैसेज जाएगा' };

export const check: Words['check'] = {
  title: { voice: 'किसे कॉल जाएगी?', sms: 'किसे मैसेज जाएगा?' },
  reading: 'फ़ाइल की जाँच हो रही है',
  readingBytes: (done, total) => `${formatBytes(total)} में से ${formatBytes(done)}`,
  willBeCalled: (count, channel) => outgoing(channel ?? 'voice', count),
  nobody: 'कॉल करने के लिए कोई नहीं',
  outOf: (total) => (total === 1 ? '1 पंक्ति में से' : `${formatCount(total)} पंक्तियों में से`),
  acceptedOf: { voice: 'कॉल जाएगी', sms: 'मैसेज जाएगा' },
  duplicate: 'दोहराए गए',
  invalid: 'फ़ाइल में ग़लत',
  blank: 'खाली',
  suppressed: 'कॉल नहीं करनी',
  calledRecently: { voice: 'हाल में कॉल हुई', sms: 'हाल में मैसेज गया' },
  calledRecentlyHeading: (count, channel) => `${countOf(count, 'व्यक्ति', 'लोगों')} को हाल में ${reached[channel]}`,
  calledRecentlyWhy: (channel) =>
    `इन्हें छोड़ा गया है: एक नंबर पर कितनी बार ${channel === 'sms' ? 'मैसेज जा सकता' : 'कॉल हो सकती'} है, यह सेटिंग में है।`,
  callAnywayReason: { voice: 'दोबारा कॉल क्यों करनी है', sms: 'दोबारा मैसेज क्यों भेजना है' },
  callAnyway: { voice: 'फिर भी कॉल करें', sms: 'फिर भी मैसेज भेजें' },
  calledAnyway: (user, when, reason, channel) =>
    `जिन लोगों को हाल में ${reached[channel]}, उन्हें दोबारा ${willReach[channel]}: ${user} ने ${when} को तय किया: “${reason}”।`,
  leftOutByFile: (people, headings) =>
    `${countOf(people, 'पंक्ति छोड़ी गई', 'पंक्तियाँ छोड़ी गईं')}, क्योंकि फ़ाइल में कॉल करने से मना लिखा है: ${headings.map((one) => `“${one}”`).join(', ')}।`,
  changeColumns: '“कॉलम” में बदलें',
  rowsTotal: 'फ़ाइल में कुल पंक्तियाँ',
  missingHeading: 'छूटे हुए मान',
  missingValues: (count, name, channel) =>
    `${countOf(count, 'व्यक्ति', 'लोगों')} का ${name} नहीं है: ${peopleWithout[channel]}।`,
  missingFilled: (count, name, fallback, channel) =>
    `${countOf(count, 'व्यक्ति', 'लोगों')} का ${name} नहीं है: ${channel === 'sms' ? `उसकी जगह “${fallback}” लिखा जाता है` : `उसकी जगह “${fallback}” बोला जाता है`}।`,
  missingLeftOut: (count, name) =>
    `${countOf(count, 'पंक्ति छोड़ी गई, जिसमें', 'पंक्तियाँ छोड़ी गईं, जिनमें')} ${name} या कोई और मान नहीं है।`,
  shortenedValues: (count, name, limit, channel) =>
    `${countOf(count, 'व्यक्ति', 'लोगों')} का ${name} ${limit} अक्षरों से लंबा है: सिर्फ़ शुरू का हिस्सा ${channel === 'sms' ? 'भेजा जाएगा' : 'बोला जाएगा'}। फ़ाइल में उसे छोटा करें, या दूसरा कॉलम चुनें।`,
  missingPolicy: (name) => `जहाँ ${name} न हो`,
  missingPolicies: {
    voice: {
      nothing: 'उसकी जगह कुछ न बोलें',
      instead: 'उसकी जगह यह बोलें',
      leave_out: 'इन लोगों को छोड़ दें',
    },
    sms: {
      nothing: 'उसकी जगह कुछ न लिखें',
      instead: 'उसकी जगह यह लिखें',
      leave_out: 'इन लोगों को छोड़ दें',
    },
  },
  missingInstead: (name) => `${name} की जगह`,
  missingExample: 'ग्राहक',
  missingUse: 'इसे लें',
  seeOne: 'प्रीव्यू देखें',
  seeOneWithout: (name) => `जिसमें ${name} नहीं है, उसका प्रीव्यू देखें`,
  start: (contacts, campaigns, channel) =>
    `${countOf(campaigns, 'कैंपेन', 'कैंपेन')} में ${outgoing(channel ?? 'voice', contacts)} ${channel === 'sms' ? 'भेजें' : 'शुरू करें'}`,
  starting: 'शुरू हो रहा है…',
  startNote: {
    voice: '“शुरू करें” दबाने पर फ़ाइल अपलोड होती है। फिर आप यह विंडो बंद कर सकते हैं।',
    sms: '“भेजें” दबाने पर फ़ाइल अपलोड होती है। फिर आप यह विंडो बंद कर सकते हैं।',
  },
  consent: {
    voice: 'मुझे इन लोगों को कॉल करने की अनुमति है',
    sms: 'मुझे इन लोगों को मैसेज भेजने की अनुमति है',
  },
  consentFirst: 'शुरू करने से पहले यहाँ टिक करें।',
  consentLastTime: 'इस टेम्पलेट के साथ पिछली बार की तरह टिक किया गया है।',
  hoursOutsideAccount: 'टेम्पलेट में कॉल का समय बदलें: अकाउंट इसकी अनुमति नहीं देता।',
  cannotStart: 'शुरू करने के लिए तैयार नहीं',
  toColumns: 'कॉलम पर जाएँ',
  toFile: 'दूसरी फ़ाइल चुनें',
  faultHeading: 'इस फ़ाइल को ठीक करके फिर चुनें',
  unreadable: 'ब्राउज़र अब यह फ़ाइल नहीं पढ़ पा रहा। इसे फिर से चुनें।',
  changedHeading: 'शुरू करने से पहले फिर जाँचें',
  changedElsewhere: 'दूसरी विंडो में यह इंपोर्ट बदला गया है। नई गिनती देखें, फिर “शुरू करें” दबाएँ।',
  otherWorker: 'कुछ शुरू नहीं हुआ: यह फ़ाइल इस्तेमाल हो रहे Worker की नहीं, दूसरे की है।',
  pressNotKept: 'कुछ शुरू नहीं हुआ: ब्राउज़र इसे सेव नहीं कर सका। डिस्क पर जगह खाली करें, फिर दोबारा दबाएँ।',
  planChanged:
    'Worker की गिनती अलग निकली, इसलिए कुछ शुरू नहीं किया गया। शायद कोई अब छोड़ा जा रहा है, या टेम्पलेट या कॉल का समय बदला है। नीचे नई गिनती देखें।',
  partsChanged: (parts) =>
    `कुछ शुरू नहीं किया गया: “शुरू करें” दबाने के बाद किसी ने यह बदला: ${parts}। नीचे देखें कि अब क्या है, फिर “शुरू करें” दबाएँ।`,
  changedParts: {
    template: 'टेम्पलेट',
    adjust: 'इस इंपोर्ट का समय, दोबारा कोशिश या गति',
    columns: 'कॉलम',
    account: 'अकाउंट के कॉल का समय या गति',
    people: 'कॉल किए जाने वाले लोग',
  },
  launchedBefore: (name, user, when) =>
    `“${name}” से इन्हीं लोगों को कॉल जा चुकी है: ${user} ने शुरू किया था, ${when}। अभी कुछ शुरू नहीं किया गया। इन्हें फिर कॉल करने के लिए नीचे टिक करें।`,
  launchedBeforeUnnamed:
    'इन्हीं लोगों को पिछले एक दिन में कॉल जा चुकी है। अभी कुछ शुरू नहीं किया गया। इन्हें फिर कॉल करने के लिए नीचे टिक करें।',
  callAgain: 'हाँ, इन्हीं लोगों को फिर कॉल करें',
  tooLongAgo:
    'आपने “शुरू करें” काफ़ी पहले दबाया था और फ़ाइल अब तक भेजी नहीं जा सकी, इसलिए कुछ शुरू नहीं किया गया। समय देखें और “शुरू करें” फिर दबाएँ।',
  grown: {
    heading: (people, channel) =>
      `पिछले 30 दिनों में ${countOf(people, 'व्यक्ति', 'लोगों')} को इसी टेम्पलेट से ${channel === 'sms' ? 'मैसेज गया, या जल्द जाएगा' : 'कॉल गई, या जल्द जाएगी'}`,
    by: (people, name, when) => `${countOf(people, 'व्यक्ति', 'लोग')}: “${name}”, ${when}`,
    byChanged: (people, heading) => `, इनमें से ${countOf(people, 'व्यक्ति', 'लोगों')} का “${heading}” अब बदला हुआ है`,
    byOthers: (people) => `${countOf(people, 'व्यक्ति', 'लोग')}: दूसरे इंपोर्ट`,
    legend: { voice: 'किसे कॉल करें', sms: 'किसे मैसेज भेजें' },
    everybody: (people, channel) =>
      `सबको ${channel === 'sms' ? 'मैसेज भेजें' : 'कॉल करें'}: ${countOf(people, 'व्यक्ति', 'लोग')}`,
    everybodyHint: {
      voice: 'उन लोगों को एक बार फिर कॉल जाएगी।',
      sms: 'उन लोगों को एक बार फिर मैसेज जाएगा।',
    },
    newOrChanged: ({ fresh, changed, heading }, channel) =>
      `${countOf(fresh + changed, 'व्यक्ति', 'लोगों')} को ${channel === 'sms' ? 'मैसेज भेजें' : 'कॉल करें'}: ${countOf(fresh, 'नया', 'नए')}, ${countOf(changed, 'जिसका', 'जिनका')} “${heading}” बदला है`,
    newOrChangedHint: (heading) => `वे लोग छोड़ दिए जाएँगे जिनका “${heading}” वही है जो इस टेम्पलेट के पिछले इंपोर्ट में था।`,
    column: {
      voice: 'यह कॉलम बदलने पर फिर कॉल करें',
      sms: 'यह कॉलम बदलने पर फिर मैसेज भेजें',
    },
    noColumn: 'कोई कॉलम नहीं',
    unknown: (people, heading) =>
      `${countOf(people, 'व्यक्ति', 'लोगों')} का “${heading}” पहले क्या था, पता नहीं: तब नोट नहीं हुआ था, या वह इंपोर्ट अभी पूरा नहीं हुआ। इन्हें बिना बदलाव का माना जाता है।`,
    onlyNew: (people, channel) =>
      `सिर्फ़ ${countOf(people, 'नए व्यक्ति', 'नए लोगों')} को ${channel === 'sms' ? 'मैसेज भेजें' : 'कॉल करें'}`,
    onlyNewHint: {
      voice:
        'बाकी लोग छोड़ दिए जाएँगे, वे भी जिन्होंने जवाब नहीं दिया: उन्हें उसी इंपोर्ट से फिर कॉल करें। “जाँच” में उन्हें देख और डाउनलोड कर सकते हैं।',
      sms: 'बाकी लोग छोड़ दिए जाएँगे, वे भी जिन तक मैसेज नहीं पहुँचा: उन्हें उसी इंपोर्ट से फिर भेजें। “जाँच” में उन्हें देख और डाउनलोड कर सकते हैं।',
    },
  },
  leftOut: {
    heading: (count) =>
      `आपकी टीम के नियमों से ${count === 0 ? 'कोई नहीं छोड़ा गया' : countOf(count, 'व्यक्ति छोड़ा गया', 'लोग छोड़े गए')}`,
    asking: 'Worker से पूछा जा रहा है कि किसे कॉल नहीं करनी…',
    failed: 'Worker से नहीं पूछा जा सका कि किसे कॉल नहीं करनी। कुछ भी शुरू होने से पहले उससे फिर पूछा जाएगा।',
    people: 'लोग',
    count: (count) => countOf(count, 'व्यक्ति', 'लोग'),
    rule: 'कारण',
    since: 'कब से',
    by: 'किसने',
    listed: (source) => `सूची में: ${source}`,
    erased: 'सूची में: डेटा मिटाया गया',
    deletedImport: 'मिटाया गया इंपोर्ट',
    imports: (name) => `जितने इंपोर्ट की अनुमति है उतने हो चुके, आख़िरी: ${name}`,
    attempts: (name, channel) =>
      channel === 'sms'
        ? `जितने मैसेज की अनुमति है उतने जा चुके, आख़िरी: ${name}`
        : `जितनी कॉल की अनुमति है उतनी हो चुकीं, आख़िरी: ${name}`,
    more: (reasons, people) => `${formatCount(reasons)} और कारण, ${countOf(people, 'व्यक्ति', 'लोगों')} के लिए`,
    asOf: (time) => `${time} तक की जानकारी। “शुरू करें” दबाने पर फिर पूछा जाएगा।`,
    calledAnyway: (count, reason, channel) =>
      `${countOf(count, 'व्यक्ति', 'लोगों')} को, जिन्हें हाल में ${reached[channel]}, फिर भी ${willReach[channel]}: ${reason}`,
    leaveOut: (count, channel) => `${countOf(count, 'व्यक्ति', 'लोगों')} को, जिन्हें हाल में ${reached[channel]}, छोड़ें`,
  },
};
