import type { Channel } from '../../../../shared/template/template-schema.ts';
import type { DeliveryPreference } from '../../../../shared/plan/choose-delivery.ts';
import { testCall } from './test-call.ts';
import { countOf, formatCount } from '../../format-number.ts';
import { formatRupees } from '../../format-rupees.ts';
import type { Words } from '../../words.ts';

/** What goes out, counted: calls or messages. */
export function outgoing(channel: Channel, count: number): string {
  return `${formatCount(count)} ${channel === 'sms' ? 'मैसेज' : 'कॉल'}`;
}

const wishes: Record<DeliveryPreference, { label: string; hint: string }> = {
  auto: { label: 'Dialsheet ख़ुद चुने', hint: 'सबसे कम कैंपेन बनाता है।' },
  inline: { label: 'नंबर हर कैंपेन के अंदर', hint: 'Exotel इन्हें तुरंत जाँचता है; एक कैंपेन में 5,000 तक।' },
  lists: { label: 'लिस्ट', hint: 'एक बार अपलोड करें, किसी भी टेम्पलेट से फिर कॉल करें।' },
};

const quoted = (headings: readonly string[]) => headings.map((heading) => `“${heading}”`).join(', ');

const capsOn = { import: 'एक इंपोर्ट', person: 'आज आपके ख़र्च', day: 'आज टीम के ख़र्च' };

export const confirm: Words['confirm'] = {
  testCall,
  title: 'क्या सब ठीक है?',
  headline: (channel, contacts, campaigns) => `${countOf(campaigns, 'कैंपेन', 'कैंपेन')} में ${outgoing(channel, contacts)}`,
  starts: { voice: 'पहली कॉल', sms: 'पहला मैसेज' },
  ends: 'इस समय तक पूरा (ज़्यादा से ज़्यादा)',
  takes: 'समय लगेगा',
  takesDays: (days, duration) => (days > 1 ? `कॉल के समय के ${formatCount(days)} दिन` : duration),
  hours: 'कॉल का समय',
  hoursOf: (from, to, zone) => `${from}–${to} ${zone}`,
  pace: 'गति',
  paceOf: (perMinute) => `हर मिनट ज़्यादा से ज़्यादा ${formatCount(perMinute)} कॉल`,
  attempts: 'ज़्यादा से ज़्यादा कॉल',
  attemptsNote: (count, retries) =>
    retries === 0
      ? `${formatCount(count)}, दोबारा कोशिश नहीं`
      : `${formatCount(count)}, अगर हर कॉल में ${formatCount(retries)} बार दोबारा कोशिश करनी पड़े`,
  parts: 'SMS के कुल हिस्से',
  partsNote: (parts) => `${formatCount(parts)}, हर हिस्से का पैसा Exotel लेता है`,
  cost: 'ख़र्च',
  costOf: (rupees) => formatRupees(rupees),
  costRange: (low, likely, high) => `${formatRupees(low)} से ${formatRupees(high)}, अनुमान ${formatRupees(likely)}`,
  capHeading: 'टीम के नियम से ज़्यादा पैसा',
  capReason: 'शुरू करने से टीम के ख़र्च की सीमा पार होगी।',
  capPassed: ({ cap, limit, already, likely, over }) =>
    `${capsOn[cap]} की सीमा ${formatRupees(limit)} है${cap === 'import' ? '' : `, जिसमें से ${formatRupees(already)} लग चुके हैं`}। इसका अनुमानित ख़र्च ${formatRupees(likely)} है: ${formatRupees(over)} ज़्यादा। कम लोगों को कॉल करें, या एडमिन से नियम बदलवाएँ।`,
  timeline: 'टाइमलाइन',
  timelineSummary: (days, campaigns) =>
    `कॉल के समय वाले ${countOf(days, 'दिन', 'दिनों')} में ${countOf(campaigns, 'कैंपेन', 'कैंपेन')}`,
  campaignRow: (channel, seq, count) => `कैंपेन ${formatCount(seq)}, ${outgoing(channel, count)}`,
  listsNote: (lists) => `${formatCount(lists)} लिस्ट`,
  moreCampaigns: (count) => `${formatCount(count)} और कैंपेन दिखाएँ`,
  skippedHeading: (count) => countOf(count, 'पंक्ति छोड़ी गई है', 'पंक्तियाँ छोड़ी गई हैं'),
  skippedNone: 'कोई पंक्ति नहीं छोड़ी गई।',
  seeRows: 'ये पंक्तियाँ देखें',
  deliveryHeading: 'नंबर Exotel तक कैसे जाएँगे',
  wishes,
  settingsHeading: 'शुरू करने से पहले बदलें',
  name: 'इस इंपोर्ट का नाम',
  templateFact: 'टेम्पलेट',
  template: { voice: 'कॉल का टेम्पलेट', sms: 'मैसेज का टेम्पलेट' },
  editTemplate: 'यह टेम्पलेट बदलें',
  previewHeading: { voice: 'एक व्यक्ति क्या सुनेगा', sms: 'एक व्यक्ति क्या पढ़ेगा' },
  previewRow: 'पंक्ति',
  previewGo: 'दिखाएँ',
  previewPrevious: 'पिछला व्यक्ति',
  previewNext: 'अगला व्यक्ति',
  previewTo: (number, row) => `${number}, पंक्ति ${formatCount(row)}`,
  previewFrom: (callerId) => `${callerId} से कॉल`,
  previewSender: (sender) => `${sender} से मैसेज`,
  previewFlow: (url) => `मैसेज फ़्लो तय करता है: ${url}। इस पंक्ति से उसे सिर्फ़ नंबर मिलता है।`,
  previewMenu: (repeats) =>
    repeats === 0 ? 'मेन्यू एक बार बोला जाएगा।' : `मेन्यू ज़्यादा से ज़्यादा ${formatCount(repeats)} बार दोहराया जाएगा।`,
  decidedHeading: 'यह फ़ाइल कैसे पढ़ी गई',
  decidedChange: 'यहीं बदलें',
  decidedNumber: (heading, lastTime) => `नंबर “${heading}” से${lastTime ? ', पिछली बार की तरह' : ''}।`,
  decidedCountry: (heading) => `हर नंबर का देश “${heading}” से।`,
  decidedNotCalled: (headings) => `${quoted(headings)} के नंबरों पर कॉल नहीं होगी।`,
  decidedPolicy: (headings, policy) => `${quoted(headings)} के नंबर भी: ${policy}।`,
  decidedVariable: (name, heading) => `@@${name} “${heading}” से।`,
  decidedInstead: (name, heading, fallback) => `@@${name} “${heading}” से, वरना “${fallback}”।`,
  decidedLeftOut: (name, heading) => `@@${name} “${heading}” से; जिन पंक्तियों में यह नहीं है, वे छोड़ी गईं।`,
  previewShortened: (names) => `बहुत लंबा: ${names.join(' और ')} का सिर्फ़ शुरू का हिस्सा जाएगा।`,
  previewMissing: (names) => `इस पंक्ति में ${names.join(' और ')} नहीं है: मैसेज में वह जगह छूट जाएगी।`,
  previewLeftOut: (row, message) => `पंक्ति ${formatCount(row)} छोड़ी गई है: ${message}`,
  previewNoContact: (row) => `पंक्ति ${formatCount(row)} में कोई कॉन्टैक्ट नहीं है।`,
  previewNobody: 'दिखाने के लिए कोई नहीं है।',
  missingValue: (name) => `${name} नहीं`,
  messageLength: (chars, parts) => `${formatCount(chars)} अक्षर, ${countOf(parts, 'हिस्सा', 'हिस्से')}`,
  messageUnicode: 'हर हिस्से में 70 अक्षर: मैसेज में सादे अंग्रेज़ी अक्षरों के अलावा भी अक्षर हैं।',
};
