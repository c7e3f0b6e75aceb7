import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const adjust: Words['adjust'] = {
  title: { voice: 'समय और गति बदलें', sms: 'समय बदलें' },
  note: 'सिर्फ़ इस इंपोर्ट के लिए: टेम्पलेट वैसा ही रहेगा।',
  start: { voice: 'कॉल कब शुरू हों', sms: 'मैसेज कब शुरू हों' },
  soon: 'जितनी जल्दी हो सके',
  later: 'किसी दिन और समय से पहले नहीं',
  startAt: 'दिन और समय',
  startHint: (zone) => `अकाउंट की घड़ी (${zone}) से, और सिर्फ़ उसके कॉल के समय में।`,
  startPassed: 'यह समय बीत चुका है: जितनी जल्दी हो सके शुरू होगा।',
  startMissing: 'दिन और समय दें।',
  startTooLate: (days) => `यह ज़्यादा से ज़्यादा ${formatCount(days)} दिन बाद शुरू हो सकता है।`,
  hours: { voice: 'कॉल सिर्फ़ इस बीच', sms: 'मैसेज सिर्फ़ इस बीच' },
  hoursHint: (from, to) => `अकाउंट के समय के अंदर: ${from}–${to}।`,
  asTemplate: 'वापस टेम्पलेट जैसा',
  changed: (names) => `बदला गया: ${names.join(', ')}`,
  parts: { startAt: 'शुरू', window: 'समय', throttle: 'गति', retries: 'दोबारा कोशिशें' },
  wrong: 'पहले समय और गति ठीक करें।',
  use: 'यही समय रखें',
  using: 'फिर से योजना बन रही है…',
  useFirst: 'पहले बदले हुए समय लागू करें, या टेम्पलेट के समय पर लौटें।',
};
