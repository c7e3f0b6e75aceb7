import type { HistoryGroup } from '../../state/history-query.ts';
import { countOf } from '../format-number.ts';
import type { Words } from '../words.ts';

const groups: Record<HistoryGroup, string> = {
  waiting: 'शुरू नहीं हुए',
  under_way: 'चल रहे हैं',
  attention: 'आपको देखने होंगे',
  finished: 'पूरे हुए',
  stopped: 'बंद',
};

export const history: Words['history'] = {
  title: 'सभी इंपोर्ट',
  search: 'खोजें',
  searchHint: 'नाम, फ़ाइल, टेम्पलेट या शुरू करने वाले से',
  group: 'स्थिति',
  anyGroup: 'कोई भी स्थिति',
  groups,
  caption: 'इंपोर्ट',
  name: 'इंपोर्ट',
  state: 'स्थिति',
  contacts: 'कॉन्टैक्ट',
  testCall: 'टेस्ट कॉल',
  template: 'टेम्पलेट',
  by: 'किसने',
  when: 'कब',
  none: 'अभी कोई इंपोर्ट नहीं।',
  newImport: 'नई लिस्ट को कॉल करें',
  noneFound: 'ऐसा कोई इंपोर्ट नहीं मिला',
  showAll: 'सभी इंपोर्ट दिखाएँ',
  here: (count) => `${countOf(count, 'फ़ाइल सिर्फ़ इस ब्राउज़र में है', 'फ़ाइलें सिर्फ़ इस ब्राउज़र में हैं')}, अभी शुरू नहीं:`,
  seeHere: 'उन्हें देखें',
};
