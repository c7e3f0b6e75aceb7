import type { Channel } from '../../../shared/template/template-schema.ts';
import { formatCount } from '../format-number.ts';
import { outgoing } from './steps/confirm.ts';
import type { Words } from '../words.ts';

const rounded = (perMinute: number) => (perMinute >= 10 ? formatCount(Math.round(perMinute)) : perMinute.toFixed(1));
const rate = (channel: Channel, perMinute: number) =>
  `हर मिनट ${rounded(perMinute)} ${channel === 'sms' ? 'मैसेज' : 'कॉल'}`;

export const pace: Words['pace'] = {
  title: { voice: 'हर मिनट कॉल', sms: 'हर मिनट मैसेज' },
  none: { voice: 'अभी कोई कॉल नहीं।', sms: 'अभी कोई मैसेज नहीं।' },
  noTimes: 'Exotel ने अभी कोई समय नहीं बताया।',
  summary: (channel, count, busiest, when, isOver) =>
    `${isOver ? 'कुल' : 'अब तक'} ${outgoing(channel, count)}। सबसे ज़्यादा हर मिनट ${rounded(busiest)}, ${when}।`,
  ofLate: (channel, perMinute) => `अभी ${rate(channel, perMinute)}।`,
  bar: (when, perMinute, channel) => `${when}: ${rate(channel, perMinute)}`,
  rounded,
  each: (minutes) =>
    minutes < 60
      ? `हर पट्टी ${minutes === 1 ? 'एक' : formatCount(minutes)} मिनट की है।`
      : `हर पट्टी ${formatCount(minutes / 60)} ${minutes === 60 ? 'घंटे' : 'घंटों'} की है।`,
  gaps: 'लंबे अंतराल नहीं दिखाए गए।',
  table: 'टेबल में दिखाएँ',
  from: 'कब से',
  calls: { voice: 'कॉल', sms: 'मैसेज' },
  perMinute: 'हर मिनट',
  left: {
    begins: (when, end) => `${when} शुरू होगा${end === null ? '।' : `, लगभग ${end} तक पूरा।`}`,
    running: (left, end) => `लगभग ${left} बाकी: लगभग ${end} तक पूरा होगा।`,
    last: (waiting, end) =>
      `आख़िरी ${formatCount(waiting)} कॉन्टैक्ट।${end === null ? '' : ` दोबारा कोशिशें ज़्यादा से ज़्यादा ${end} तक।`}`,
    planned: (end) => `योजना के अनुसार लगभग ${end} तक सब पूरा होगा।`,
    waiting: (when, end) => `अभी कुछ नहीं जा रहा। ${when} आगे बढ़ेगा${end === null ? '।' : `, लगभग ${end} तक सब पूरा।`}`,
    paused: (left) =>
      left === null ? 'रुका हुआ। आपके फिर चालू करने तक कुछ नहीं जाएगा।' : `रुका हुआ। फिर चालू करने पर लगभग ${left} बाकी।`,
    stalled: (when, waiting) => `${when} के बाद कोई ख़बर नहीं, ${formatCount(waiting)} कॉन्टैक्ट इंतज़ार में। बाकी समय पता नहीं।`,
  },
};
