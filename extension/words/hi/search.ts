import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const search: Words['search'] = {
  title: { voice: 'नंबर खोजें', sms: 'नंबर खोजें' },
  label: 'फ़ोन नंबर',
  hint: 'किसी भी तरह लिखें।',
  missing: 'फ़ोन नंबर लिखें।',
  notANumber: 'सभी अंकों के साथ पूरा नंबर लिखें।',
  look: 'खोजें',
  looking: 'खोजा जा रहा है…',
  notIn: (number) => `${number} इस इंपोर्ट में नहीं है।`,
  found: (number, rows) =>
    rows === 1 ? `${number} इस इंपोर्ट में है।` : `${number} इस इंपोर्ट में ${formatCount(rows)} बार है।`,
  row: (line) => `पंक्ति ${formatCount(line)}`,
  leftOut: (reason) => `छोड़ी गई: ${reason}`,
  onlyLeftOut: (number, rows) =>
    rows === 1
      ? `${number} 1 पंक्ति में है, और वह पंक्ति छोड़ी गई है।`
      : `${number} ${formatCount(rows)} पंक्तियों में है, और वे सब छोड़ी गई हैं।`,
  duplicateOf: (line) => `छोड़ी गई: पंक्ति ${formatCount(line)} में यही नंबर है, और वही ली गई है।`,
  duplicate: 'छोड़ी गई: एक और पंक्ति में यही नंबर है, और वही ली गई है।',
  campaign: (seq) => `कैंपेन ${formatCount(seq)}`,
  notLaunched: 'अभी शुरू नहीं हुआ।',
  callsCaption: { voice: 'इस नंबर पर कॉल', sms: 'इस नंबर पर मैसेज' },
  noCalls: { voice: 'इस नंबर पर अभी कोई कॉल नहीं।', sms: 'इस नंबर पर अभी कोई मैसेज नहीं।' },
  columns: 'फ़ाइल की पंक्ति',
};
