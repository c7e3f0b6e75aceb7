import { formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

export const adjust: Words['adjust'] = {
  title: { voice: 'समय और गति बदलें', sms: 'समय बदलें' },
  note: 'सिर्फ़ इस इंपोर्ट पर लागू। टेम्पलेट वही रहता है।',
  start: { voice: 'कॉल शुरू करें', sms: 'मैसेज भेजना शुरू करें' },
  soon: 'जितनी जल्दी हो सके',
  later: 'तय समय पर शुरू करें',
  startAt: 'दिन और समय',
  timeOf: (name) => `${name}: समय`,
  startHint: (zone) => `अकाउंट का समय (${zone}), उसके कॉल के समय में।`,
  startPassed: 'यह समय बीत चुका है। कॉल जितनी जल्दी हो सके शुरू होंगी।',
  startMissing: 'दिन और समय लिखें।',
  startTooLate: (days) => `अब से ${formatCount(days)} दिन के अंदर का समय चुनें।`,
  hours: { voice: 'कॉल सिर्फ़ इस बीच', sms: 'मैसेज सिर्फ़ इस बीच' },
  hoursHint: (from, to) => `अकाउंट के समय के अंदर रखें: ${from}–${to}।`,
  asTemplate: 'टेम्पलेट जैसा करें',
  changed: (names) => `बदला गया: ${names.join(', ')}`,
  parts: { startAt: 'शुरू', window: 'समय', throttle: 'गति', retries: 'दोबारा कोशिशें' },
  change: {
    template: 'टेम्पलेट बदलें',
    startAt: 'शुरू होने का समय बदलें',
    window: 'समय बदलें',
    throttle: 'गति बदलें',
    retries: 'दोबारा कोशिशें बदलें',
  },
  done: 'हो गया',
  wrong: 'शुरू करने के लिए समय और गति ठीक करें।',
  use: 'यही समय रखें',
  using: 'योजना बदली जा रही है…',
  useFirst: '“यही समय रखें” दबाएँ, या टेम्पलेट जैसा करें।',
};
