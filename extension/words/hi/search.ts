import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const search: Words['search'] = {
  title: { voice: 'क्या इस नंबर पर कॉल गई?', sms: 'क्या इस नंबर पर मैसेज गया?' },
  label: 'फ़ोन नंबर',
  hint: 'जैसे भी लिखा हो: +91 के साथ या बिना, खाली जगह या डैश के साथ।',
  missing: 'फ़ोन नंबर लिखें।',
  notANumber: 'यह पूरा फ़ोन नंबर नहीं है। सभी अंकों के साथ एक नंबर लिखें।',
  look: 'खोजें',
  looking: 'खोजा जा रहा है…',
  notIn: (number) => `${number} इस इंपोर्ट में नहीं है।`,
  found: (number, rows) =>
    rows === 1 ? `${number} इस इंपोर्ट में है।` : `${number} इस इंपोर्ट में ${formatCount(rows)} बार है।`,
  row: (line) => `पंक्ति ${formatCount(line)}`,
  duplicateOf: (line) => `छोड़ी गई: पंक्ति ${formatCount(line)} में यही नंबर है, और वही ली गई है।`,
  duplicate: 'छोड़ी गई: एक और पंक्ति में यही नंबर है, और वही ली गई है।',
  campaign: (seq) => `कैंपेन ${formatCount(seq)}`,
  notLaunched: 'अभी शुरू नहीं हुआ।',
  callsCaption: { voice: 'इस नंबर पर कॉल', sms: 'इस नंबर पर मैसेज' },
  noCalls: { voice: 'इस पर किसी कॉल का अभी पता नहीं।', sms: 'इस पर किसी मैसेज का अभी पता नहीं।' },
  columns: 'फ़ाइल में क्या लिखा है',
};
