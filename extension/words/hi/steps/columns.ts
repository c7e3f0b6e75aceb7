import { countOf, formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

export const columns: Words['columns'] = {
  title: 'किस कॉलम में क्या है?',
  lastTime: 'इन्हीं शीर्षकों के लिए पिछली बार वाले कॉलम।',
  number: 'फ़ोन नंबर',
  numberMissing: 'फ़ोन नंबर वाला कॉलम चुनें।',
  variable: (name) => `@@${name}`,
  variableMissing: (name) => `“${name}” नाम का कॉलम नहीं है। एक चुनें।`,
  variablesHeading: 'मैसेज में मान',
  variablesNote: 'हर व्यक्ति अपनी पंक्ति का मान सुनता या पढ़ता है।',
  choose: 'कॉलम चुनें',
  option: (letters, heading) => (heading === `Column ${letters}` ? `कॉलम ${letters}` : `${letters} · ${heading}`),
  header: (row) => (row === 1 ? 'पहली पंक्ति में शीर्षक हैं' : `शीर्षक पंक्ति ${formatCount(row)} में हैं`),
  headerHint: (row) =>
    row === 1
      ? 'पहली पंक्ति कॉन्टैक्ट हो तो टिक हटाएँ।'
      : 'शीर्षकों के ऊपर की पंक्तियाँ छोड़ी जाती हैं। हर पंक्ति कॉन्टैक्ट हो तो टिक हटाएँ।',
  such: (values) => `जैसे ${values.join(', ')}`,
  noSuch: 'पहली पंक्तियों में कोई मान नहीं',
  asLastTime: (hint) => `पिछली बार की तरह। ${hint}`,
  listHeading: (count) => `फ़ाइल में ${countOf(count, 'कॉलम', 'कॉलम')}`,
  noValue: 'कोई मान नहीं',
  numbersTag: 'फ़ोन नंबर',
  callingCodeTag: 'नंबर का देश',
  moreTag: 'और फ़ोन नंबर',
  spokenAs: (name) => `“${name}” ऐसे बोलें`,
  spoken: {
    plain: 'जैसा लिखा है',
    date: 'तारीख की तरह: 12 नवंबर 2025',
    amount: 'रकम की तरह: 1200 रुपये',
  },
  keep: (heading) => `“${heading}” ही रखें`,
  takeInstead: (heading) => `इसकी जगह “${heading}” लें`,
  holds: (heading, values) => `${heading}: ${values.join(', ')}`,
  callingCode: 'हर नंबर का देश',
  callingCodeHint: 'नंबर के पास लिखा देश या कॉलिंग कोड, जैसे +91 या India।',
  noCallingCode: 'कोई कॉलम नहीं: सारे नंबर हमारे अपने देश के हैं',
  otherCountries: 'कुछ नंबर दूसरे देशों के हैं',
  moreHeading: (headings) => `${headings.map((one) => `“${one}”`).join(', ')} में भी फ़ोन नंबर हैं`,
  numbers: 'किन नंबरों पर कॉल करें',
  policies: {
    first: 'सिर्फ़ पहला नंबर',
    first_valid: 'पहला सही नंबर',
    all: 'सभी नंबर',
    in_turn: 'बारी-बारी से',
  },
  policyHints: {
    first: 'दूसरे कॉलमों के नंबरों पर कभी कॉल नहीं होती।',
    first_valid: 'हर पंक्ति पर एक कॉल: पहले कॉलम में सही नंबर न हो, तो दूसरा कॉलम लिया जाता है।',
    all: 'हर नंबर एक अलग कॉन्टैक्ट है: दो नंबरों वाली पंक्ति दो पंक्तियाँ गिनी जाती है।',
    in_turn: 'हर पंक्ति पर एक कॉल, उसके पहले सही नंबर पर। “फिर कॉल करें” उन लोगों का अगला नंबर लेता है जिनसे बात नहीं हुई।',
  },
  useToo: (heading) => `“${heading}” भी लें`,
  doNotCallHeading: 'जिन्हें कॉल नहीं करनी',
  doNotCallNote: 'इन कॉलमों में जिन्हें कॉल करने से मना लिखा है, उन्हें छोड़ दें।',
  doNotCallTag: 'किसे कॉल नहीं करनी',
  doNotCallUnclear: (heading) =>
    `“${heading}” में शायद लिखा है कि किसे कॉल नहीं करनी, पर हर ख़ाने में हाँ या ना नहीं है। जिन पर शक है, वे सब छोड़े गए। मान देखें; इस कॉलम में कुछ और हो तो टिक हटाएँ।`,
  titles: (count) => `शीर्षकों के ऊपर की ${countOf(count, 'पंक्ति', 'पंक्तियाँ')} छोड़ी गईं: वे नाम हैं, कॉन्टैक्ट नहीं।`,
  otherTable: (line, headings) =>
    `पंक्ति ${formatCount(line)} किसी दूसरी टेबल के शीर्षक लगती है: ${headings.join(', ')}। उसके नीचे की पंक्तियाँ पहली टेबल के कॉलमों से पढ़ी गईं। दूसरी टेबल अलग फ़ाइल में रखें।`,
  showMore: (count) => `${countOf(count, 'और कॉलम', 'और कॉलम')} दिखाएँ`,
};
