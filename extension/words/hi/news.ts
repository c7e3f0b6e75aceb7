import { countOf, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

/** Notifications: a title and a line, without a number or a name of anybody called. */
export const news: Words['news'] = {
  finished: 'पूरा हुआ',
  stopped: 'बंद',
  attention: 'आपको देखना होगा',
  uploadWaits: 'आगे बढ़ने के लिए आपका इंतज़ार है',
  approvalAsked: 'आपकी मंज़ूरी का इंतज़ार',
  sentBack: 'लौटाया गया',
  title: (name, what) => `${name}: ${what}`,
  outcome: (contacts) =>
    `${countOf(contacts.completed, 'पूरी हुई', 'पूरी हुईं')}, ${formatCount(contacts.no_answer)} का जवाब नहीं, ${formatCount(contacts.busy)} व्यस्त${
      contacts.unaccounted > 0 ? `, ${formatCount(contacts.unaccounted)} का नतीजा Exotel से नहीं मिला` : ''
    }।`,
  dayEnd: (imports) => `आज का दिन ख़त्म: ${countOf(imports, 'इंपोर्ट शुरू हुआ', 'इंपोर्ट शुरू हुए')}`,
  dayTotals: ({ people, answered, sent, open, unaccounted }) => {
    const done = [
      ...(answered > 0 || sent === 0 ? [`${formatCount(answered)} ने कॉल उठाई`] : []),
      ...(sent > 0 ? [countOf(sent, 'मैसेज भेजा गया', 'मैसेज भेजे गए')] : []),
    ];
    return [
      `कुल ${formatCount(people)} में से ${done.join(' और ')}।`,
      ...(open > 0 ? [`${formatCount(open)} अभी बाकी।`] : []),
      ...(unaccounted > 0 ? [`${formatCount(unaccounted)} का नतीजा Exotel से नहीं मिला।`] : []),
    ].join(' ');
  },
  open: 'क्या करना है, यह देखने के लिए खोलें।',
};
