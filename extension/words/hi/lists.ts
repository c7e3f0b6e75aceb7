import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const lists: Words['lists'] = {
  title: 'लिस्ट',
  lead: 'Exotel पर रखे नंबर। लिस्ट को किसी भी टेम्पलेट से फिर कॉल करें, दोबारा अपलोड किए बिना।',
  caption: 'Exotel की लिस्ट',
  name: 'लिस्ट',
  from: (name, first) => `${name}, कॉन्टैक्ट ${formatCount(first)} से`,
  contacts: 'कॉन्टैक्ट',
  created: 'बनाई गई',
  madeBy: 'किसने बनाई',
  ofImport: 'इंपोर्ट',
  elsewhere: 'कहीं और बनी',
  action: 'मिटाएँ',
  none: 'Exotel पर कोई लिस्ट नहीं। बड़ी फ़ाइलें, हर व्यक्ति के अपने टेक्स्ट और मैसेज इन्हें बनाते हैं।',
  remove: 'मिटाएँ',
  removeNamed: (name) => `लिस्ट ${name} मिटाएँ`,
  removeTitle: (name) => `लिस्ट “${name}” मिटाएँ?`,
  removeBody: (contacts) =>
    `${contacts === null ? 'इसके कॉन्टैक्ट' : `इसके ${formatCount(contacts)} कॉन्टैक्ट`} Exotel से ${contacts === 1 ? 'हटा दिया जाएगा' : 'हटा दिए जाएँगे'}। इससे बने कैंपेन के नंबर बने रहेंगे; नए कैंपेन के लिए इन्हें फिर अपलोड करना होगा। यह वापस नहीं हो सकता।`,
  removeDo: 'लिस्ट मिटाएँ',
  keep: 'रहने दें',
  removed: (name) => `लिस्ट “${name}” मिटा दी गई।`,
};
